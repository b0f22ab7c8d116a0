using AllianceApi.Kinds;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Http.OpenApi;

/// <summary>Says what each group of operations is about, in the order in which a newcomer reads them.</summary>
internal sealed class TagDescriptions : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Others =
    [
        ("Entities", "Entities of all kinds, and the facts and statements of one."),
        ("Relations", "Facts between two entities, each with its standing, modality and evidence."),
        ("Attributes", "Facts that give an entity a literal."),
        ("Statements", "What the passages say, in our own words: the unit of evidence."),
        ("Documents", "The source texts: outline, coverage and passages, without their words."),
        ("Search", "Full text over entities and statements, and the completion of names."),
        ("Graph", "Questions to the graph as a whole: what is around, how things hang together, what fits a pattern."),
        ("Verification", "What the graph says to claims: facts, quotes and sentences."),
        ("Timeline", "What has a date."),
        ("Revisions", "The changes of the graph: who made each, when and why; several records at once; and undoing one."),
        ("Imports", "Packs that are sent to be loaded, and how far each is."),
        ("Webhooks", "Receivers that are told of changes: where, of what, and what became of each message."),
        ("Schema", "The ontology: what can be asked."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var kinds = Catalogue.Kinds.Select(kind => (Name: kind.Plural, kind.Description));
        swaggerDoc.Tags = new HashSet<OpenApiTag>(
            kinds.Concat(Others).Prepend(("Service", "What there is, and where.")).Select(tag => new OpenApiTag { Name = tag.Item1, Description = tag.Item2 }));
    }
}

using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Ndjson;
using AllianceApi.Packs.Validators;
using AllianceApi.Packs.Yaml;
using FluentValidation;

namespace AllianceApi.Packs;

/// <summary>Makes a draft of the trees of a pack's files: structure by the schema, the form of members by the validators.</summary>
internal sealed class PackDrafting(List<PackProblem> problems)
{
    private static readonly string[] Lists = ["documents", "predicates", "entities", "statements"];
    private static readonly DocumentValidator DocumentForm = new();
    private static readonly PredicateValidator PredicateForm = new();
    private static readonly EntityValidator EntityForm = new();
    private static readonly StatementValidator StatementForm = new();

    private readonly PackDraft _draft = new();

    /// <param name="records">Records that stand by themselves, each with the list that it belongs to.</param>
    public PackDraft Read(IEnumerable<PackNode> roots, IEnumerable<LineRecord> records)
    {
        foreach (var root in roots)
        {
            if (root is PackMapping file)
                ReadFile(file);
            else
                problems.Add(root.Problem("a file of a pack is a mapping.", $"Begin it with one of {string.Join(", ", Lists)}."));
        }
        foreach (var record in records)
        {
            if (record.Record is Statement statement)
                _draft.Statements.Add(new Placed<Statement>(statement, record.Place!));
            else if (record.Record is Entity entity)
                _draft.Entities.Add(new Placed<Entity>(entity, record.Place!));
            else
                ReadItem(record.List, record.Node!);
        }
        return _draft;
    }

    private void ReadFile(PackMapping file)
    {
        foreach (var key in file.Keys)
        {
            if (!Lists.Contains(key.Value, StringComparer.Ordinal))
                problems.Add(key.Problem($"unknown key '{key.Value}'.",
                    Nearest.Question(Nearest.To(key.Value, Lists)) is { Length: > 0 } question ? question.Trim() : $"Known here: {string.Join(", ", Lists)}."));
            else if (file[key.Value] is PackSequence list)
                ReadList(key.Value, list);
            else
                problems.Add(file[key.Value]!.Problem($"'{key.Value}' is a list.", "Write one item a line behind '- ', or [] for none."));
        }
    }

    private void ReadList(string name, PackSequence list)
    {
        foreach (var item in list.Items)
        {
            if (item is not PackMapping node)
                problems.Add(item.Problem($"each of the {name} is a mapping.", "Write its keys and values, one a line."));
            else
                ReadItem(name, node);
        }
    }

    private void ReadItem(string list, PackMapping node)
    {
        switch (list)
        {
            case "documents":
                Read(node, "document", PackRecords.Document, DocumentForm, _draft.Documents);
                break;
            case "predicates":
                Read(node, "predicate", PackRecords.Predicate, PredicateForm, _draft.Predicates);
                break;
            case "statements":
                Read(node, "statement", PackRecords.Statement, StatementForm, _draft.Statements);
                break;
            default:
                ReadEntity(node);
                break;
        }
    }

    private void ReadEntity(PackMapping node)
    {
        var id = PackRecords.Text(node["kind"]);
        if (Catalogue.Find(id) is { } kind)
        {
            Read(node, PackSchema.EntityDefinition(kind), found => PackRecords.Entity(found, kind), EntityForm, _draft.Entities);
            return;
        }
        _draft.WithoutKind.Add(PackRecords.Text(node["id"]));
        var kinds = Catalogue.Kinds.Select(known => known.Id).ToArray();
        problems.Add(id.Length == 0
            ? (node["kind"] ?? node).Problem("an entity has a kind.", $"Add it: one of {string.Join(", ", kinds)}.")
            : node["kind"]!.Problem($"unknown kind '{id}'.",
                Nearest.Question(Nearest.To(id, kinds)) is { Length: > 0 } question ? question.Trim() : $"Kinds: {string.Join(", ", kinds)}."));
    }

    private void Read<T>(PackMapping node, string definition, Func<PackMapping, T> read, AbstractValidator<T> form, List<Placed<T>> into)
    {
        var record = read(node);
        into.Add(new Placed<T>(record, node));
        problems.AddRange(Structure.Check(node, definition));
        foreach (var failure in form.Validate(record).Errors)
            problems.Add(node.At(PathOf(failure.PropertyName)).Problem(failure.ErrorMessage, failure.CustomState as string ?? ""));
    }

    /// <summary>The path in the file of a property of a record: <c>Sections[0].Title</c> is <c>sections[0].title</c>.</summary>
    private static string PathOf(string property) => property switch
    {
        nameof(Predicate.InverseId) => "inverse.id",
        nameof(Predicate.InverseLabel) => "inverse.label",
        _ => string.Join('.', property.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)),
    };
}

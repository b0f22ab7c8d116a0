using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http;

namespace AllianceApi.Matching;

/// <summary>Reads one term: finds out what it names, and says of all that cannot be what would do instead.</summary>
internal sealed class TermReader(Snapshot graph, FindGone gone, BodyReader body, VariableScope scope)
{
    private const string Form = "A term is a list of three: an id or a variable, what is said of it, and an id, a variable, a literal or a comparison.";

    private readonly ComparisonReader _comparisons = new(body);

    /// <param name="keepsText">Whether the term is to be shown as it was written.</param>
    public Term? Read(JsonElement term, string pointer, bool keepsText)
    {
        if (term.ValueKind != JsonValueKind.Array || term.GetArrayLength() != 3)
        {
            body.Refuse(pointer, Form);
            return null;
        }
        var first = Entity(term[0], $"{pointer}/0");
        if (ReadName(term[1], $"{pointer}/1") is not var (name, backward))
            return null;
        var third = ReadObject(term[2], name, $"{pointer}/2");
        if (first is not { } subject || third is not { } target)
            return null;
        var text = keepsText ? JsonSerializer.Serialize(term, Json.Options) : null;
        return backward ? new Term(target, name, subject, pointer, text) : new Term(subject, name, target, pointer, text);
    }

    private End? Entity(JsonElement element, string pointer)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            body.Refuse(pointer, "Here stands the id of an entity, or a variable such as ?a.");
            return null;
        }
        var text = element.GetString()!;
        if (text.StartsWith('?'))
            return scope.Use(text, VariableUse.Entity, pointer) is { } variable ? End.Of(variable) : null;
        if ((graph.FindEntity(text) ?? (Missing.Merged(graph, gone, text) is { } stays ? graph.FindEntity(stays) : null)) is { } row)
            return End.Named(row);
        body.Refuse(pointer, $"There is no entity '{BodyReader.Short(text)}'.{Nearest.Question(Nearest.To(text, graph.Entities.Select(entity => entity.Id)))}");
        return null;
    }

    /// <returns>What is said, and whether from the third to the first.</returns>
    private (Name Name, bool Backward)? ReadName(JsonElement element, string pointer)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            body.Refuse(pointer, "Here stands a predicate, its inverse, an attribute or member, 'kind', 'name', or a variable.");
            return null;
        }
        var text = element.GetString()!;
        if (text.StartsWith('?'))
            return scope.Use(text, VariableUse.Name, pointer) is { } variable ? (Name.Any(variable), false) : null;
        var turned = text.StartsWith('^');
        var chain = text.EndsWith('+');
        var id = text[(turned ? 1 : 0)..(chain && text.Length > (turned ? 1 : 0) ? ^1 : ^0)];
        if ((graph.Schema.Find(id) ?? graph.Schema.FindInverse(id)) is { } predicate)
            return chain && !predicate.Predicate.Transitive ? NotTransitive(pointer, id) : (Name.Of(predicate, chain), turned != (predicate.Id != id));
        if (!LiteralNames.IsAttribute(id) && !LiteralNames.IsMember(id))
            return Unknown(pointer, id);
        if (!turned && !chain)
            return (LiteralNames.IsAttribute(id) ? Name.Attribute(id) : Name.Member(id), false);
        body.Refuse(pointer, $"'{id}' leads to a literal: it can be neither turned nor followed. Leave out '^' and '+'.");
        return null;
    }

    private (Name Name, bool Backward)? NotTransitive(string pointer, string id)
    {
        string[] transitive = [.. graph.Schema.Predicates.Where(predicate => predicate.Predicate.Transitive).Select(predicate => $"{predicate.Id}+")];
        body.Refuse(pointer, $"'{id}' is not transitive, so a chain of it means nothing. Leave out the '+', or join several terms.", transitive);
        return null;
    }

    private (Name Name, bool Backward)? Unknown(string pointer, string id)
    {
        var known = graph.Schema.Predicates.SelectMany(row => new[] { row.Id, row.Predicate.InverseId }).OfType<string>().Concat(LiteralNames.All);
        body.Refuse(pointer, $"There is no predicate, attribute or member '{BodyReader.Short(id)}'.{Nearest.Question(Nearest.To(id, known))} See /api/v1/schema.");
        return null;
    }

    private End? ReadObject(JsonElement element, Name name, string pointer)
    {
        if (name.Type is NameType.Relation or NameType.Chain)
        {
            if (element.ValueKind != JsonValueKind.Object)
                return Entity(element, pointer);
            body.Refuse(pointer, $"'{name.Id}' leads to an entity, which has an id and cannot be compared. Put a variable here, and compare a member or attribute of it in another term.");
            return null;
        }
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { } text && text.StartsWith('?'))
        {
            var use = name.Type == NameType.Any ? VariableUse.Either : VariableUse.Literal;
            return scope.Use(text, use, pointer) is { } variable ? End.Of(variable) : null;
        }
        if (name.Type == NameType.Any && element.ValueKind == JsonValueKind.String)
            return Entity(element, pointer);
        return _comparisons.Read(element, name, pointer) is { } test ? End.Passing(test) : null;
    }
}

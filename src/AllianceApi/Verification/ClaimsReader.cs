using System.Globalization;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Packs;

namespace AllianceApi.Verification;

/// <summary>Reads a request into claims, or into all that is wrong with it.</summary>
internal sealed class ClaimsReader
{
    public const int MostClaims = 1_000;
    private const int LongestClaim = 10_000;

    private static readonly string[] Members = ["claims"];
    private static readonly string[] ClaimMembers = ["triple", "quote", "document", "sentence"];
    private static readonly string[] Sorts = ["triple", "quote", "sentence"];

    private readonly Snapshot _graph;
    private readonly BodyReader _body;
    private readonly TripleReader _triples;

    private ClaimsReader(Snapshot graph, FindGone gone, JsonElement body)
    {
        _graph = graph;
        _body = new BodyReader(body);
        _triples = new TripleReader(graph, gone, _body);
    }

    /// <returns>The claims in their order; null where there are errors.</returns>
    /// <param name="gone">Leads from merged ids to what stays; none unless told.</param>
    public static IReadOnlyList<ReadClaim>? Read(Snapshot graph, JsonElement body, out IReadOnlyList<ProblemError> errors, FindGone? gone = null)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors = [new ProblemError { Pointer = "", Message = "The body is a JSON object with 'claims', a list." }];
            return null;
        }
        var reader = new ClaimsReader(graph, gone ?? ((_, _, _) => null), body);
        var claims = reader.Read();
        errors = reader._body.Errors;
        return errors.Count == 0 ? claims : null;
    }

    private List<ReadClaim> Read()
    {
        _body.RefuseOthers(Members);
        var items = _body.List("claims");
        if (items.Count == 0 && _body.Errors.TrueForAll(error => error.Pointer != "/claims"))
            _body.Refuse("/claims", "'claims' has at least one claim, such as { \"triple\": [subject, predicate, object] }.");
        if (items.Count > MostClaims)
        {
            _body.Refuse("/claims", string.Create(CultureInfo.InvariantCulture, $"There are {items.Count:N0} claims. Send {MostClaims:N0} at most at a time."));
            return [];
        }
        var claims = new List<ReadClaim>();
        foreach (var (index, item) in items.Index())
        {
            if (Read(item, $"/claims/{index}") is { } claim)
                claims.Add(claim);
        }
        return claims;
    }

    private ReadClaim? Read(JsonElement claim, string pointer)
    {
        if (claim.ValueKind != JsonValueKind.Object)
        {
            _body.Refuse(pointer, "A claim is an object with one of these.", Sorts);
            return null;
        }
        _body.RefuseOthers(claim, pointer, ClaimMembers);
        string[] sorts = [.. Sorts.Where(sort => Member(claim, sort) is not null)];
        var document = ReadDocument(claim, pointer, sorts);
        if (sorts is not [var sort])
        {
            _body.Refuse(pointer, sorts.Length == 0 ? "A claim has one of these, and this has none." : $"A claim has one of these, and this has {string.Join(" and ", sorts)}.", Sorts);
            return null;
        }
        var value = Member(claim, sort)!.Value;
        if (Length(value) > LongestClaim)
        {
            _body.Refuse($"{pointer}/{sort}", string.Create(CultureInfo.InvariantCulture, $"This has more than {LongestClaim:N0} characters. Send it in parts."));
            return null;
        }
        return sort switch
        {
            "triple" => _triples.Read(value, $"{pointer}/{sort}"),
            "quote" => ReadQuote(value, document, $"{pointer}/{sort}"),
            _ => ReadSentence(value, $"{pointer}/{sort}"),
        };
    }

    private int? ReadDocument(JsonElement claim, string pointer, string[] sorts)
    {
        if (Member(claim, "document") is not { } member)
            return null;
        if (!sorts.Contains("quote"))
            _body.Refuse($"{pointer}/document", "Only a quote is held against a document: leave it out.");
        else if (member.ValueKind != JsonValueKind.String)
            _body.Refuse($"{pointer}/document", "Here stands the id of a document.");
        else if (_graph.FindDocument(member.GetString()!) is { } row)
            return row;
        else
            _body.Refuse($"{pointer}/document", $"There is no document '{BodyReader.Short(member.GetString()!)}'. See /api/v1/documents.");
        return null;
    }

    private QuoteClaim? ReadQuote(JsonElement value, int? document, string pointer)
    {
        if (ReadText(value, pointer) is not { } text)
            return null;
        if (QuotedSentence.Of(text) is { Count: > 0 } sentences)
            return new QuoteClaim(text, document, sentences);
        _body.Refuse(pointer, $"No sentence of it has {Runs.Length} words or more, so that it cannot be placed. Quote more.");
        return null;
    }

    private SentenceClaim? ReadSentence(JsonElement value, string pointer)
    {
        if (ReadText(value, pointer) is not { } text)
            return null;
        if (Runs.Tokens(text).Count > 0)
            return new SentenceClaim(text);
        _body.Refuse(pointer, "It has no letter or digit to look for.");
        return null;
    }

    private string? ReadText(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.String)
            _body.Refuse(pointer, "Here stands a text.");
        else if (string.IsNullOrWhiteSpace(value.GetString()))
            _body.Refuse(pointer, "The text is empty.");
        else
            return value.GetString();
        return null;
    }

    /// <summary>How many code points a text, or the texts of a list, have.</summary>
    private static int Length(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => DocumentSplitter.CodePoints(value.GetString()!),
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Sum(Length),
        _ => 0,
    };

    private static JsonElement? Member(JsonElement claim, string name) =>
        claim.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}

using System.Globalization;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http;
using AllianceApi.Shapes;

namespace AllianceApi.Matching;

/// <summary>Reads a request into what can be asked, or into all that is wrong with it.</summary>
internal sealed class MatchReader
{
    private const int MostTerms = 32;
    private const int DefaultLimit = 50;
    private const int MostRows = 200;

    private static readonly string[] Members =
        ["where", "optional", "not", "select", "distinct", "limit", "cursor", "standing", "modality", "negated", "evidence", "explain"];

    /// <summary>What decides which rows there are; the others only say which to show, and how.</summary>
    private static readonly string[] Decisive = ["where", "optional", "not", "select", "distinct", "standing", "modality", "negated"];

    private readonly BodyReader _body;
    private readonly VariableScope _scope;
    private readonly TermReader _terms;

    private MatchReader(Snapshot graph, FindGone gone, JsonElement body)
    {
        _body = new BodyReader(body);
        _scope = new VariableScope(_body);
        _terms = new TermReader(graph, gone, _body, _scope);
    }

    /// <returns>The query; null where there are errors.</returns>
    /// <param name="gone">Leads from merged ids to what stays; none unless told.</param>
    public static MatchQuery? Read(Snapshot graph, JsonElement body, out IReadOnlyList<ProblemError> errors, FindGone? gone = null)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors = [new ProblemError { Pointer = "", Message = "The body is a JSON object with 'where', a list of terms." }];
            return null;
        }
        var reader = new MatchReader(graph, gone ?? ((_, _, _) => null), body);
        var query = reader.Read();
        errors = reader._body.Errors;
        return errors.Count == 0 ? query : null;
    }

    private MatchQuery? Read()
    {
        _body.RefuseOthers(Members);
        var facts = new Walk
        {
            Standings = _body.Words<Standing>("standing"),
            Modalities = _body.Words<Modality>("modality"),
            Denied = _body.Switch("negated", otherwise: false),
        };
        var limit = _body.Whole("limit", DefaultLimit, MostRows);
        var (distinct, evidence, explain) = (_body.Switch("distinct", otherwise: true), _body.Switch("evidence", otherwise: false), _body.Switch("explain", otherwise: false));
        if (ReadTerms(explain) is not var (where, optional, not))
            return null;

        var pattern = new Pattern { Where = where, Optional = optional, Not = not, Variables = _scope.Names, Select = ReadSelect(where, optional), Distinct = distinct, Facts = facts };
        if (_body.Errors.Count == 0)
            PatternChecks.Check(pattern, _body);
        var identity = string.Join('\n', Decisive.Select(name => _body.Member(name) is { } member ? JsonSerializer.Serialize(member, Json.Options) : ""));
        var (order, after) = _body.Errors.Count == 0 ? ReadCursor(identity, where.Count) : default;
        return new MatchQuery(pattern, limit, evidence, explain, identity, order, after);
    }

    private (List<Term> Where, List<Term> Optional, List<Term> Not)? ReadTerms(bool explain)
    {
        var (where, optional, not) = (_body.List("where"), _body.List("optional"), _body.List("not"));
        if (where.Count == 0 && _body.Errors.TrueForAll(error => error.Pointer != "/where"))
            _body.Refuse("/where", "'where' has at least one term, such as [\"?t\", \"party\", \"?a\"].");
        if (where.Count + optional.Count + not.Count > MostTerms)
        {
            _body.Refuse("/where", $"There are {where.Count + optional.Count + not.Count} terms in all. Ask with {MostTerms} at most.");
            return null;
        }
        return (Read(where, "where", explain), Read(optional, "optional", explain), Read(not, "not", explain));
    }

    private List<Term> Read(IReadOnlyList<JsonElement> terms, string member, bool explain)
    {
        var read = new List<Term>();
        foreach (var (index, term) in terms.Index())
        {
            _scope.PrivateTo = member == "not" ? $" /not/{index}" : null;
            if (_terms.Read(term, $"/{member}/{index}", explain) is { } known)
                read.Add(known);
        }
        return read;
    }

    private List<int> ReadSelect(List<Term> where, List<Term> optional)
    {
        var bound = where.Concat(optional).SelectMany(term => term.Variables).Distinct().ToList();
        if (_body.Member("select") is null)
            return bound;
        var select = new List<int>();
        string[] names = [.. bound.Select(variable => _scope.Names[variable])];
        foreach (var (index, item) in _body.List("select").Index())
        {
            var name = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
            if (_scope.Find(name) is var variable && !bound.Contains(variable))
                _body.Refuse($"/select/{index}", $"'{BodyReader.Short(name)}' is no variable of 'where' or 'optional'.", names);
            else if (select.Contains(variable))
                _body.Refuse($"/select/{index}", $"'{name}' is selected twice.");
            else
                select.Add(variable);
        }
        if (select.Count == 0 && _body.Errors.Count == 0)
            _body.Refuse("/select", "'select' names at least one variable, or is left out for all of them.", names);
        return select;
    }

    private (IReadOnlyList<int>? Order, string[]? After) ReadCursor(string identity, int terms)
    {
        if (_body.Text("cursor") is not { } cursor)
            return default;
        var (place, error) = Cursor.Read(cursor, identity);
        string[] parts = place.Key?.Split('\n') ?? [];
        int[] order = [.. parts.Take(1).SelectMany(numbers => numbers.Split(',')).Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : -1)];
        if (error is null && order.Order().SequenceEqual(Enumerable.Range(0, terms)))
            return (order, parts[1..]);
        _body.Refuse("/cursor", error ?? "The cursor belongs to another query.");
        return default;
    }
}

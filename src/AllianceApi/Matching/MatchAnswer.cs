using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http;

namespace AllianceApi.Matching;

/// <summary>Finds a page of rows and writes it as <see cref="MatchResponse"/> has it, within a budget.</summary>
internal sealed class MatchAnswer
{
    /// <summary>About half a second of looking at candidates.</summary>
    private const int Steps = 3_000_000;

    private readonly Snapshot _graph;
    private readonly MatchQuery _query;
    private readonly IReadOnlyList<PlanStep> _plan;
    private readonly Budget _budget;
    private readonly Rows _rows;

    public MatchAnswer(Snapshot graph, MatchQuery query, Budget? budget = null)
    {
        (_graph, _query, _budget) = (graph, query, budget ?? new Budget(Steps, TimeSpan.FromSeconds(0.8)));
        _plan = query.Order is { } order ? Planner.Plan(graph, query.Pattern, order) : Planner.Plan(graph, query.Pattern);
        _rows = new Rows(graph, query.Pattern, [.. _plan.Select(step => step.Number).Where(number => number < query.Pattern.Where.Count)], query.After, _budget);
    }

    /// <returns>What exploded, where the budget did not suffice; else null, and the answer is written.</returns>
    public ProblemResult? Write(JsonBuffer json)
    {
        json.Raw("{\"select\":"u8);
        json.Array(_query.Pattern.Select, variable => json.String(_query.Pattern.Variables[variable]));
        json.Raw(",\"rows\":["u8);
        string[]? last = null;
        var rows = new RowWriter(_graph, _query);
        var count = 0;
        for (; count < _query.Limit && _rows.MoveNext(); count++)
        {
            if (count > 0)
                json.Raw(","u8);
            rows.Write(json, _rows.Join);
            if (count == _query.Limit - 1)
                last = _rows.Join.Keys;
        }
        if (count < _query.Limit && _budget.Spent)
            return Exploded();

        // A full page stands, even where the budget did not suffice to see whether anything follows.
        var more = count == _query.Limit && (_rows.MoveNext() || _budget.Spent);
        json.Raw("],\"next\":"u8);
        if (more)
            json.String(Cursor.Write(new Place(string.Join('\n', [Numbers(), .. last!]), ""), _query.Identity));
        else
            json.Raw("null"u8);
        if (_query.Explain)
            PlanWriter.Write(json, _rows.Join, _plan);
        json.Raw("}"u8);
        return null;
    }

    private string Numbers() => string.Join(',', _rows.Join.Order.Take(_query.Pattern.Where.Count));

    private ProblemResult Exploded()
    {
        var worst = _rows.Join.Levels.SelectMany(level => level.Not.Prepend(level)).MaxBy(level => level.Tried)!;
        var detail = string.Create(CultureInfo.InvariantCulture, $"The term {worst.Term.Pointer} exploded: {worst.Tried:N0} candidates were looked at for it, of which {worst.Found:N0} held, before the work that one query may make was used up.");
        return Problem.TooCostly.With(detail, new ProblemError
        {
            Pointer = worst.Term.Pointer,
            Message = "Narrow it: name one of its ends, name its predicate, or add terms that share its variables (a 'kind', a standing). 'explain' with a smaller pattern shows how terms are ordered.",
        });
    }
}

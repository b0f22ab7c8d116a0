using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Data;

/// <summary>Reads the facts of the store as rows of a snapshot, numbered in the order of their ids, as the store gives them.</summary>
internal sealed class FactTable(TableReader tables, RowIndex entities, Graph.Schema schema)
{
    private static readonly string[] Columns = ["rowid", "SubjectId", "PredicateId", "ObjectId", "Attribute", "Value", "Negated", "ValidFrom", "ValidTo", "Revision"];

    private readonly List<FactRow> _rows = [];
    private readonly Dictionary<long, int> _rowOf = [];
    private string? _subject;
    private int _subjectRow;

    /// <summary>The facts, and the row of each by the number that the store has for it.</summary>
    public (FactRow[] Facts, Dictionary<long, int> RowOf) Read()
    {
        tables.Each("Facts", Columns, Add);
        return ([.. _rows], _rowOf);
    }

    private void Add(PreparedQuery fact)
    {
        _rowOf.Add(fact.Number(0), _rows.Count);
        var subject = fact.Text(1);
        if (subject != _subject)
            (_subject, _subjectRow) = (subject, entities.Find(subject)!.Value);
        var isAttribute = fact.IsNull(2);
        var key = new FactKey(
            _subjectRow,
            fact.Number(6) != 0,
            isAttribute ? null : schema.Find(fact.Text(2)),
            isAttribute ? -1 : entities.Find(fact.Text(3))!.Value,
            isAttribute ? new Literal(fact.Text(4), fact.Text(5)) : null,
            Period.Of(Date(fact, 7), Date(fact, 8)));
        _rows.Add(FactRow.Of(key, fact.Number(9)));
    }

    private static PartialDate? Date(PreparedQuery fact, int column) => fact.Optional(column) is { } date ? PartialDate.Parse(date, null) : null;
}

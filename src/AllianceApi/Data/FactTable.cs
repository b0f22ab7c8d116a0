using System.Data.Common;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Data;

/// <summary>Reads the facts of the store as rows of a snapshot, numbered in the order of their ids, as the store gives them.</summary>
internal sealed class FactTable(TableReader tables, RowIndex entities, Graph.Schema schema)
{
    private static readonly string[] Columns = ["Id", "SubjectId", "PredicateId", "ObjectId", "Attribute", "Value", "Negated", "ValidFrom", "ValidTo", "Revision"];

    private readonly List<FactRow> _rows = [];
    private readonly List<string> _ids = [];
    private string? _subject;
    private int _subjectRow;

    public (FactRow[] Facts, RowIndex RowOf) Read()
    {
        tables.Each("Facts", Columns, Add);
        return ([.. _rows], RowIndex.Of([.. _ids]));
    }

    private void Add(DbDataReader reader)
    {
        _ids.Add(reader.GetString(0));
        var subject = reader.GetString(1);
        if (subject != _subject)
            (_subject, _subjectRow) = (subject, entities.Find(subject)!.Value);
        var isAttribute = reader.IsDBNull(2);
        var key = new FactKey(
            _subjectRow,
            reader.GetBoolean(6),
            isAttribute ? null : schema.Find(reader.GetString(2)),
            isAttribute ? -1 : entities.Find(reader.GetString(3))!.Value,
            isAttribute ? new Literal(reader.GetString(4), reader.GetString(5)) : null,
            Period.Of(Date(reader, 7), Date(reader, 8)));
        _rows.Add(FactRow.Of(key, reader.GetInt64(9)));
    }

    private static PartialDate? Date(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : PartialDate.Parse(reader.GetString(column), null);
}

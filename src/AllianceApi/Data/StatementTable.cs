using System.Data.Common;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Data;

/// <summary>Reads the statements of the store as rows of a snapshot, with what they cite and whose view they are.</summary>
internal sealed class StatementTable(TableReader tables, Snapshot frame, RowIndex entities, SingleRows single)
{
    private static readonly string[] Columns = ["Id", "DocumentId", "Text", "Qualifier", "Modality", "Revision", "UpdatedAt"];

    private readonly Times _times = new();
    private readonly List<StatementRow> _rows = [];

    /// <summary>By id, without their facts.</summary>
    public List<StatementRow> Read()
    {
        using var citations = tables.LinksOf("Citations", "StatementId", "Locator");
        using var bearers = tables.LinksOf("Bearers", "StatementId", "EntityId");
        tables.Each("Statements", Columns, reader => Add(reader, citations, bearers));
        return _rows;
    }

    private void Add(DbDataReader reader, Links citations, Links bearers)
    {
        var statement = new Statement
        {
            Id = reader.GetString(0),
            Document = reader.GetString(1),
            Text = reader.GetString(2),
            Qualifier = reader.IsDBNull(3) ? null : reader.GetString(3),
            Modality = Enum.Parse<Modality>(reader.GetString(4)),
            Revision = reader.GetInt64(5),
        };
        statement.UpdatedAt = _times.Of(reader, statement.Revision, 6);
        statement.AttributedTo = bearers.Of(statement.Id);
        var document = frame.FindDocument(statement.Document)!.Value;
        _rows.Add(Fragments.Of(
            statement,
            document,
            single.Of(citations.Of(statement.Id), locator => frame.FindPassage(document, locator)!.Value),
            single.Of(statement.AttributedTo, id => entities.Find(id)!.Value)));
    }
}

using AllianceApi.Data.Sqlite;
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
        tables.Each("Statements", Columns, row => Add(row, citations, bearers));
        return _rows;
    }

    private void Add(PreparedQuery row, Links citations, Links bearers)
    {
        var statement = new Statement
        {
            Id = row.Text(0),
            Document = row.Text(1),
            Text = row.Text(2),
            Qualifier = row.Optional(3),
            Modality = Enum.Parse<Modality>(row.Text(4)),
            Revision = row.Number(5),
        };
        statement.UpdatedAt = _times.Of(row, statement.Revision, 6);
        statement.AttributedTo = bearers.Of(row.Bytes(0));
        var document = frame.FindDocument(statement.Document)!.Value;
        _rows.Add(Fragments.Of(
            statement,
            document,
            single.Of(citations.Of(row.Bytes(0)), locator => frame.FindPassage(document, locator)!.Value),
            single.Of(statement.AttributedTo, id => entities.Find(id)!.Value)));
    }
}

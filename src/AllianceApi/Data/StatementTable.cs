using System.Data.Common;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Data;

/// <summary>Reads the statements of the store as rows of a snapshot, with what they cite, whose view they are and which facts they support.</summary>
internal sealed class StatementTable(TableReader tables, Snapshot frame, RowIndex entities, FactRow[] facts, RowIndex factRows)
{
    private static readonly string[] Columns = ["Id", "DocumentId", "Text", "Qualifier", "Modality", "Revision", "UpdatedAt"];

    private readonly SingleRows _single = new(Math.Max(frame.Passages.Length, facts.Length));
    private readonly Times _times = new();
    private readonly List<StatementRow> _rows = [];

    /// <summary>In the order in which snapshots number them.</summary>
    public StatementRow[] Read()
    {
        using var citations = tables.LinksOf("Citations", "StatementId", "Locator");
        using var bearers = tables.LinksOf("Bearers", "StatementId", "EntityId");
        using var supports = tables.LinksOf("Supports", "StatementId", "FactId");
        tables.Each("Statements", Columns, reader => Add(reader, citations, bearers, supports));
        return RowLists.Sorted(_rows, frame.Passages.Length, row => row.Passages[0]);
    }

    private void Add(DbDataReader reader, Links citations, Links bearers, Links supports)
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
        var row = Fragments.Of(
            statement,
            document,
            _single.Of(citations.Of(statement.Id), locator => frame.FindPassage(document, locator)!.Value),
            _single.Of(statement.AttributedTo, id => entities.Find(id)!.Value));
        var made = _single.Of(supports.Of(statement.Id), id => factRows.Find(id)!.Value);
        var denies = Array.Exists(made, fact => facts[fact].Negated);
        _rows.Add(row with { Asserts = denies ? Array.FindAll(made, fact => !facts[fact].Negated) : made, Denies = denies ? Array.FindAll(made, fact => facts[fact].Negated) : [] });
    }
}

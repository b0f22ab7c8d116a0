using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Http.Writers;

/// <summary>Writes statements as <see cref="StatementResponse"/> has them.</summary>
internal static class StatementWriter
{
    public static void Write(JsonBuffer json, Snapshot graph, StatementRow row)
    {
        json.Raw("{\"id\":\""u8);
        json.Ascii(row.Id);
        json.Raw("\",\"document\":"u8);
        json.String(graph.Documents[row.Document].Id);
        json.Raw(",\"passages\":"u8);
        json.Array(row.Passages, passage => json.String(graph.Passages[passage].Passage.Locator));
        json.Raw(","u8);
        json.Raw(row.Core);
        FactWriter.Strength(json, row.Strength);
        json.Raw(",\"attributedTo\":"u8);
        EntityWriter.References(json, graph, row.AttributedTo);
        json.Raw(",\"asserts\":"u8);
        json.Array(row.Asserts, fact => Fact(json, graph, graph.Facts[fact]));
        json.Raw(",\"denies\":"u8);
        json.Array(row.Denies, fact => Fact(json, graph, graph.Facts[fact]));
        json.Raw(",\"mentions\":"u8);
        EntityWriter.References(json, graph, graph.MentionsOf(row));
        json.Raw(",\"revision\":"u8);
        json.Number(row.Revision);
        json.Raw(",\"updatedAt\":"u8);
        json.Time(row.UpdatedAt);
        json.Raw(",\"links\":{\"self\":\"/api/v1/statements/"u8);
        json.Ascii(row.Id);
        json.Raw("\"}}"u8);
    }

    /// <summary>A fact as <see cref="StatementFact"/> has it.</summary>
    public static void Fact(JsonBuffer json, Snapshot graph, in FactRow row)
    {
        json.Raw("{\"id\":\""u8);
        FactWriter.Id(json, graph, row);
        json.Raw("\",\"fact\":["u8);
        json.String(graph.Entities[row.Subject].Id);
        json.Raw(","u8);
        json.String(row.Name);
        json.Raw(","u8);
        json.String(graph.TargetOf(row));
        json.Raw("]"u8);
        FactWriter.Times(json, row.Period);
        json.Raw("}"u8);
    }
}

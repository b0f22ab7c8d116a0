using System.Text;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Http.Writers;

/// <summary>Writes facts as <see cref="RelationResponse"/> and <see cref="AttributeResponse"/> have them.</summary>
internal static class FactWriter
{
    /// <summary>Standing and modality, by rank.</summary>
    private static readonly byte[][] Strengths =
    [
        .. Enum.GetValues<Standing>().SelectMany(
            _ => Enum.GetValues<Modality>(),
            (standing, modality) => Encoding.ASCII.GetBytes($",\"standing\":\"{Fragments.Word(standing)}\",\"modality\":\"{Fragments.Word(modality)}\"")),
    ];

    public static void Write(JsonBuffer json, Snapshot graph, in FactRow fact, bool evidence)
    {
        json.Raw("{\"id\":\""u8);
        Id(json, graph, fact);
        json.Raw("\",\"subject\":"u8);
        json.Raw(graph.Entities[fact.Subject].Reference);
        if (fact.Predicate is { } predicate)
        {
            json.Raw(",\"predicate\":"u8);
            json.Raw(predicate.Reference);
            json.Raw(",\"object\":"u8);
            json.Raw(graph.Entities[fact.Object].Reference);
            json.Raw(",\"negated\":"u8);
            json.Bool(fact.Negated);
        }
        else
        {
            json.Raw(",\"name\":"u8);
            json.String(fact.Literal!.Name);
            json.Raw(",\"value\":"u8);
            json.String(fact.Literal!.Value);
        }
        Strength(json, fact.Strength);
        json.Raw(",\"attributedTo\":"u8);
        EntityWriter.References(json, graph, fact.AttributedTo);
        json.Raw(",\"contested\":"u8);
        json.Bool(fact.Contested);
        Times(json, fact.Period);
        Held(json, graph, fact);
        json.Raw(",\"statements\":"u8);
        json.Array(fact.Statements, row => json.String(graph.Statements[row].Id));
        if (evidence)
        {
            json.Raw(",\"evidence\":"u8);
            json.Array(fact.Statements, row => Evidence(json, graph, graph.Statements[row]));
        }
        json.Raw(",\"revision\":"u8);
        json.Number(fact.Revision);
        json.Raw(fact.Predicate is null ? ",\"links\":{\"self\":\"/api/v1/attributes/"u8 : ",\"links\":{\"self\":\"/api/v1/relations/"u8);
        Id(json, graph, fact);
        json.Raw("\"}}"u8);
    }

    /// <summary>A statement as the evidence of a fact.</summary>
    public static void Evidence(JsonBuffer json, Snapshot graph, StatementRow statement)
    {
        json.Raw("{\"statement\":\""u8);
        json.Ascii(statement.Id);
        json.Raw("\","u8);
        json.Raw(statement.Core);
        Strength(json, statement.Strength);
        json.Raw(",\"attributedTo\":"u8);
        EntityWriter.References(json, graph, statement.AttributedTo);
        json.Raw(",\"passages\":"u8);
        json.Array(statement.Passages, passage => Cited(json, graph, graph.Passages[passage]));
        json.Raw("}"u8);
    }

    /// <summary>A passage as <see cref="PassageReference"/> has it.</summary>
    public static void Cited(JsonBuffer json, Snapshot graph, PassageRow passage)
    {
        json.Raw("{\"document\":\""u8);
        json.Ascii(graph.Documents[passage.Document].Id);
        json.Raw("\",\"locator\":\""u8);
        json.Ascii(passage.Passage.Locator);
        json.Raw("\"}"u8);
    }

    /// <summary>The public id, put together from its parts.</summary>
    public static void Id(JsonBuffer json, Snapshot graph, in FactRow fact)
    {
        json.Raw(graph.Entities[fact.Subject].IdText);
        if (fact.Predicate is { } predicate)
        {
            json.Raw(fact.Negated ? predicate.InDenial : predicate.InId);
            json.Raw(graph.Entities[fact.Object].IdText);
        }
        else
        {
            json.Raw(fact.Negated ? ".not."u8 : "."u8);
            json.Ascii(fact.Literal!.Name);
            json.Raw("."u8);
            json.Ascii(Fact.PartOf(fact.Literal.Value));
        }
        if (fact.Period is { } period)
            json.Ascii($".{period.From}_{period.To}");
    }

    public static void Times(JsonBuffer json, Period? period)
    {
        Time(json, ",\"validFrom\":\""u8, period?.From);
        Time(json, ",\"validTo\":\""u8, period?.To);
    }

    /// <summary>In a view of a date, whether the fact held then.</summary>
    public static void Held(JsonBuffer json, Snapshot graph, in FactRow fact)
    {
        if (graph.At is { } at)
            json.Raw(Holding.On(fact.Period, at) == HeldThen.Yes ? ",\"heldThen\":\"yes\""u8 : ",\"heldThen\":\"unknown\""u8);
    }

    private static void Time(JsonBuffer json, ReadOnlySpan<byte> opening, PartialDate? time)
    {
        if (time is not { } date)
            return;
        json.Raw(opening);
        json.Ascii(date.ToString());
        json.Raw("\""u8);
    }

    public static void Strength(JsonBuffer json, Strength strength) => json.Raw(Strengths[strength.Rank]);
}

using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Http;

/// <summary>Which of the two clocks a read can be asked by.</summary>
/// <param name="At">Whether there is anything in the answer that held at one time and not at another.</param>
internal sealed record InTime(bool At);

/// <summary>The two clocks: what the graph said then, and what held then.</summary>
internal static class TimeParameters
{
    private const string AsOfName = "asOf";
    private const string AtName = "at";

    private static readonly Parameter AsOf = new()
    {
        Name = AsOfName,
        Description = "A revision: the answer is what the graph said then. From 1 to the newest, which `Graph-Revision` names.",
        Type = ParameterType.Integer,
        Many = false,
        Least = 1,
        Apply = (context, values) =>
        {
            // The graph that the request is of is that of the revision, if there is one.
            if (Revision(values[0]) is not { } revision || revision != context.Graph.Revision)
                context.Refuse(AsOfName, $"'{AsOfName}' is a revision of the graph, a whole number from 1 to {context.Graph.Revision}, not '{values[0]}'.");
        },
    };

    private static readonly Parameter At = new()
    {
        Name = AtName,
        Description = "A year, month or day: facts that surely did not hold then are left out; the others say in `heldThen` whether they surely did. Entities and statements stay.",
        Type = ParameterType.Date,
        Many = false,
        Apply = (context, values) =>
        {
            if (!PartialDate.TryParse(values[0], null, out _))
                context.Refuse(AtName, $"'{values[0]}' is no date. {PartialDate.Form}");
        },
    };

    /// <summary>The parameters of an endpoint: its own, and the clocks.</summary>
    public static IReadOnlyList<Parameter> Of(EndpointMetadataCollection metadata, Snapshot graph) => Of([.. metadata], graph);

    public static IReadOnlyList<Parameter> Of(IEnumerable<object> metadata, Snapshot graph)
    {
        IReadOnlyList<Parameter> own = [];
        InTime? inTime = null;
        foreach (var item in metadata)
        {
            if (item is Takes takes)
                own = takes.Parameters(graph);
            else if (item is InTime clocks)
                inTime = clocks;
        }
        return inTime is null ? own : inTime.At ? [.. own, AsOf, At] : [.. own, AsOf];
    }

    /// <summary>What a request asks of the past; what cannot be read is refused later, with all else that is wrong with the query.</summary>
    public static (long? Revision, PartialDate? At)? Asked(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<InTime>() is not { } inTime || !context.Request.QueryString.HasValue)
            return null;
        var query = context.Request.Query;
        var revision = query[AsOfName] is [{ } number] ? Revision(number) : null;
        PartialDate? at = inTime.At && query[AtName] is [{ } text] && PartialDate.TryParse(text, null, out var date) ? date : null;
        return revision is null && at is null ? null : (revision, at);
    }

    private static long? Revision(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
}

using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>A format in which a graph is taken away.</summary>
/// <param name="Extension">Of the file's name, without its dot.</param>
/// <param name="Write">Writes a view, sending what it has wherever a record ends.</param>
internal sealed record GraphFormat(string Name, string MediaType, string Extension, string Description, Func<GraphView, Utf8Output, Target, Task> Write)
    : Offer(Name, MediaType, Description)
{
    /// <summary>Whether it is to be looked at: such a format draws only so much.</summary>
    public bool IsPicture { get; init; }

    /// <summary>Whether it is text, and so has an encoding.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>Whether its bytes hold absolute addresses.</summary>
    public bool IsAbsolute { get; init; }
}

/// <summary>What a writer needs to know beside the graph.</summary>
/// <param name="Address">What absolute addresses begin with, without a slash at its end.</param>
/// <param name="Table">Which table, of a format that has several.</param>
internal sealed record Target(string Address, string Table);

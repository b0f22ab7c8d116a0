using System.Globalization;

namespace AllianceApi.Packs.Yaml;

/// <summary>A value of a pack's file, and where it stands.</summary>
internal abstract class PackNode(string file, int line, int column)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public PackProblem Problem(string message, string mend = "") => new(File, Line, Column, message, mend);

    /// <summary>The node at a path such as <c>aliases[2]</c> below this one, or the last one that exists on the way.</summary>
    public PackNode At(string path)
    {
        var node = this;
        foreach (var step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = node switch
            {
                PackMapping mapping => mapping[step],
                PackSequence list when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
                return node;
            node = next;
        }
        return node;
    }
}

/// <summary>What a plain scalar is to a reader of YAML, whether of version 1.1 or 1.2.</summary>
internal enum ScalarType
{
    Text,
    Number,
    Boolean,
    Date,
    Nothing,
}

internal sealed class PackScalar(string file, int line, int column, string value, ScalarType type) : PackNode(file, line, column)
{
    public string Value { get; } = value;

    public ScalarType Type { get; } = type;
}

internal sealed class PackSequence(string file, int line, int column) : PackNode(file, line, column)
{
    public List<PackNode> Items { get; } = [];
}

internal sealed class PackMapping(string file, int line, int column) : PackNode(file, line, column)
{
    private readonly Dictionary<string, PackNode> _values = new(StringComparer.Ordinal);

    /// <summary>Its keys, in the order of the file.</summary>
    public List<PackScalar> Keys { get; } = [];

    public PackNode? this[string key] => _values.GetValueOrDefault(key);

    public bool TryAdd(PackScalar key, PackNode value)
    {
        if (!_values.TryAdd(key.Value, value))
            return false;
        Keys.Add(key);
        return true;
    }
}

using System.Collections.Frozen;
using System.Reflection;
using System.Xml.Linq;

namespace AllianceApi.Kinds;

/// <summary>The public docstrings of the program, read from its documentation file: one text for code, Swagger and <c>/schema</c>.</summary>
internal static class Documentation
{
    private static readonly Lazy<FrozenDictionary<string, string>> Summaries = new(() =>
        XDocument.Load(FilePath).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToFrozenDictionary(member => (string)member.Attribute("name")!, member => Plain(member.Element("summary")!)));

    /// <summary>Where the compiler put the documentation file.</summary>
    public static string FilePath => Path.ChangeExtension(typeof(Documentation).Assembly.Location, ".xml");

    public static string Of(Type type) => Summaries.Value.GetValueOrDefault($"T:{type.FullName}", "");

    public static string Of(PropertyInfo property) =>
        Summaries.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}", "");

    /// <summary>Of a value of an enumeration.</summary>
    public static string Of(Type type, string value) => Summaries.Value.GetValueOrDefault($"F:{type.FullName}.{value}", "");

    private static string Plain(XElement summary) => string.Join(' ', string
        .Concat(summary.Nodes().Select(node => node is XElement e ? e.Value is "" ? (string?)e.Attribute("cref") : e.Value : node.ToString()))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

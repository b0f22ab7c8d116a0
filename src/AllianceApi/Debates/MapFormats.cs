using AllianceApi.Formats.Drawing;
using AllianceApi.Http;

namespace AllianceApi.Debates;

/// <summary>A format in which an argument map is taken away.</summary>
internal sealed record MapFormat(string Name, string MediaType, string Extension, string Description, Func<ArgumentMap, Utf8Output, Task>? Write)
    : Offer(Name, MediaType, Description);

/// <summary>The formats of argument maps, JSON first.</summary>
internal static class MapFormats
{
    public static readonly Offers Offers = new((MapFormat[])
    [
        new("json", "application/json", "json", "with all evidence.", Write: null),
        new("argdown", "text/vnd.argdown", "argdown", "text for Argdown.", (map, output) => MapArgdown.WriteAsync(map, output)),
        new("mermaid", "text/vnd.mermaid", "mmd", "a flowchart.", (map, output) => Mermaid.WriteAsync(MapPicture.Of(map), output)),
        new("xaif", "application/vnd.xaif+json", "json", "for the tools of the Argument Interchange Format.", MapXaif.WriteAsync),
        new("svg", "image/svg+xml", "svg", "a picture.", (map, output) => Svg.WriteAsync(MapPicture.Of(map), output)),
    ]);

    /// <summary>A map in the format that the request asks for.</summary>
    public static IResult Answer(HttpContext context, ArgumentMap map)
    {
        var revision = map.Row.Revision;
        return Offers.Choose(context.Request) is MapFormat { Write: { } write } format
            ? new StreamResult(map.Graph, revision, format.MediaType, output => write(map, output))
            {
                FileName = FormattableString.Invariant($"{map.Row.Id}-r{map.Graph.Revision}.{format.Extension}"),
                Inline = true,
            }
            : new GraphResult(map.Graph, revision, new DebateMap(map).Write);
    }
}

using AllianceApi.Http;

namespace AllianceApi.Formats.Drawing;

/// <summary>The style of a picture: colours of the kinds in light and dark, and the heads of arrows.</summary>
internal static class SvgStyle
{
    public static void Write(Utf8Output output, Picture picture)
    {
        Look[] looks = [.. picture.Nodes.Select(node => node.Look).DistinctBy(look => look.Id)];
        output.Write("""
            <style>
            text{font:12px "Helvetica Neue",Helvetica,Arial,"Noto Sans",sans-serif;text-anchor:middle;fill:#1a1a1a;unicode-bidi:isolate}
            .head{font-size:16px;font-weight:600;text-anchor:start}
            .legend text{text-anchor:start;font-size:11px}
            .ground{fill:#fff}
            .node rect,.node polygon,.node path{stroke-width:1.3}
            .node:hover rect,.node:hover polygon,.node:focus rect,.node:focus polygon{stroke-width:2.6}
            .edge path{fill:none;stroke:#666;stroke-width:1.1}
            .edge text{font-size:10.5px;fill:#333;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
            .dashed path{stroke-dasharray:5 4}
            .denied path{stroke:#b3261e}.denied text{fill:#b3261e}
            .edge .mark{stroke:#b3261e;stroke-width:2;stroke-dasharray:none}
            #arrow path{fill:#666}#denied-arrow path{fill:#b3261e}

            """);
        foreach (var look in looks)
            output.Write($".{look.Id} rect,.{look.Id} polygon,.{look.Id} path{{fill:{look.Fill};stroke:{look.Line}}}\n");
        output.Write("""
            @media (prefers-color-scheme:dark){
            text{fill:#eee}.ground{fill:#17181a}.edge path{stroke:#aaa}.edge text{fill:#ccc;stroke:#17181a}
            .denied path,.edge .mark{stroke:#f2857d}.denied text{fill:#f2857d}#arrow path{fill:#aaa}#denied-arrow path{fill:#f2857d}

            """);
        foreach (var look in looks)
            output.Write($".{look.Id} rect,.{look.Id} polygon,.{look.Id} path{{fill:{look.DarkFill};stroke:{look.DarkLine}}}\n");
        output.Write("}\n</style>\n<defs>");
        foreach (var id in (string[])["arrow", "denied-arrow"])
            output.Write($"<marker id=\"{id}\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0.5L8 4L0 7.5z\"/></marker>");
        output.Write("</defs>\n");
    }
}

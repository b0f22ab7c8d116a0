using AllianceApi.Formats.Drawing;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Export;

public class DrawingTests(ExportApi api)
{
    private static readonly Look Look = Look.Claim;

    private static readonly Gen<Picture> Pictures =
        from nodes in Gen.Int[1, 40]
        from edges in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1], Gen.Bool, Gen.Bool).Array[0, 80]
        from words in Gen.String[Gen.Char.AlphaNumeric, 1, 60].Array[nodes]
        select new Picture("t", "d",
            [.. words.Select(word => new PictureNode(word, Look, "/", word))],
            [.. edges.Select(edge => new PictureEdge(edge.Item1, edge.Item2, words[edge.Item1], edge.Item3, edge.Item4, ""))]);

    [Fact]
    public void No_words_lie_on_others() => Pictures.Sample(picture =>
    {
        var drawing = new LaidOut(picture);
        var boxes = drawing.Boxes.Concat(drawing.Strokes.Select(stroke => stroke.Laid!.Label).OfType<Box>()).ToList();
        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.InRange(boxes[i].X - (boxes[i].Width / 2), -0.01, drawing.Width);
            Assert.InRange(boxes[i].Y - (boxes[i].Height / 2), -0.01, drawing.Height);
            for (var j = 0; j < i; j++)
                Assert.False(Overlap(boxes[i], boxes[j]));
        }
    }, iter: 200);

    [Fact]
    public async Task A_picture_is_the_same_each_time_and_says_what_it_is()
    {
        var svg = await api.GetText("/api/v1/graph?format=svg");
        Assert.Equal(svg, await api.GetText("/api/v1/graph?format=svg"));
        Assert.Contains("role=\"graphics-document document\"", svg, StringComparison.Ordinal);
        Assert.Contains("<title id=\"title\">", svg, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", svg, StringComparison.Ordinal);
        Assert.Contains("class=\"mark\"", svg, StringComparison.Ordinal);
        foreach (var entity in api.Graph.Entities)
            Assert.Contains($"<a href=\"{entity.Kind.PathOf(entity.Id)}\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_debate_is_drawn_and_told_in_each_format()
    {
        var debates = api.Graph.Entities.Where(entity => entity.Kind.Id == "debate").Select(entity => entity.Id).ToList();
        Assert.NotEmpty(debates);
        foreach (var debate in debates)
        {
            System.Xml.Linq.XDocument.Parse(await api.GetText($"/api/v1/debates/{debate}/map?format=svg"));
            Assert.StartsWith("flowchart LR\n", await api.GetText($"/api/v1/debates/{debate}/map?format=mermaid"), StringComparison.Ordinal);
            Assert.StartsWith("# ", await api.GetText($"/api/v1/debates/{debate}/map?format=argdown"), StringComparison.Ordinal);
            var xaif = (await api.GetJson($"/api/v1/debates/{debate}/map?format=xaif"))["AIF"]!;
            var nodes = xaif["nodes"]!.AsArray().Select(node => (string)node!["nodeID"]!).ToHashSet();
            Assert.All(xaif["edges"]!.AsArray(), edge => Assert.True(nodes.Contains((string)edge!["fromID"]!) && nodes.Contains((string)edge["toID"]!)));
        }
        await api.GetProblem($"/api/v1/debates/{debates[0]}/map", 406, "not-acceptable", ("Accept", "text/turtle"));
        await api.GetProblem($"/api/v1/debates/{debates[0]}/map?format=dot", 400, "invalid-parameter");
    }

    private static bool Overlap(Box a, Box b) =>
        Math.Abs(a.X - b.X) < ((a.Width + b.Width) / 2) - 0.01 && Math.Abs(a.Y - b.Y) < ((a.Height + b.Height) / 2) - 0.01;
}

using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AllianceApi.Formats;
using AllianceApi.Formats.Drawing;
using AllianceApi.Graph;
using AllianceApi.Http;
using CsvHelper;
using Xunit;

namespace AllianceApi.Tests.Export;

/// <summary>Names that no pack may have, and that every format survives all the same.</summary>
public class HostileNamesTests
{
    private static readonly string[] Hostile =
    [
        "\"quoted\" and 'single'", "<script>alert(1)</script> & ]]>", "line\nbreak\r\nand\ttab", "=HYPERLINK(\"http://x\")", "+1", "-1", "@cmd", "\\N\\G\\", "%%{init: {}}%%",
        "`markdown` **bold** #quot; ;", "\u202Eright to left \u05E9\u05DC\u05D5\u05DD", "👩‍👩‍👧‍👦 emoji 🇰🇷", "control \u0001\u0007\u001F end", "대한민국과 미합중국 간의 상호방위조약", new string('x', 10_000), "",
        string.Join(' ', Enumerable.Repeat("words", 2_000)), "}\n\"; drop", "--> end subgraph", "\uFFFE\uFFFF",
    ];

    private static readonly Snapshot Graph = Made();

    [Fact]
    public async Task Xml_is_xml()
    {
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        var graphml = XDocument.Parse(await Written("graphml"));
        Assert.Equal(Hostile.Length, graphml.Descendants(ns + "node").Count());
        Assert.Contains(graphml.Descendants(ns + "data"), data => data.Value == "line\nbreak\r\nand\ttab");
        var svg = XDocument.Parse(await Written("svg"));
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public async Task Json_is_json()
    {
        foreach (var format in (string[])["json", "jsonld", "cytoscape"])
            using (JsonDocument.Parse(await Written(format)))
            {
            }
        Assert.All((await Written("ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task Lines_stay_lines()
    {
        Assert.All((await Written("ntriples")).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.EndsWith(" .", line, StringComparison.Ordinal));
        var mermaid = (await Written("mermaid")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(mermaid.Skip(1), line => Assert.Matches("^  (n[0-9]+|click n[0-9]+|classDef) ?[^%<>`]*", line));
    }

    [Fact]
    public async Task No_cell_is_a_formula()
    {
        using var csv = CsvReader.Create(new StringReader((await Written("csv", "entities")).TrimStart('\uFEFF')));
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            Assert.DoesNotMatch("^[=+@\t\r-]", csv.GetString("name"));
        }
        Assert.Equal(Hostile.Length, rows);
    }

    [Fact]
    public void Words_are_broken_to_fit_and_cut_with_an_ellipsis()
    {
        Assert.All(Hostile, name =>
        {
            var lines = Texts.Wrap(name, 20, 3);
            Assert.InRange(lines.Count, 1, 3);
            Assert.All(lines, line => Assert.InRange(Texts.Width(line, 10), 0, 140));
        });
        Assert.EndsWith("…", Texts.Wrap(new string('x', 10_000), 20, 3)[^1], StringComparison.Ordinal);
    }

    private static async Task<string> Written(string name, string table = "relations")
    {
        using var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        var output = new Utf8Output(pipe, CancellationToken.None);
        var format = (GraphFormat)GraphFormats.Offers.Formats.Single(format => format.Name == name);
        await format.Write(GraphView.Whole(Graph), output, new Target("http://localhost", table));
        await output.FlushedAsync();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Snapshot Made()
    {
        var builder = new SnapshotBuilder();
        builder.Add(new Predicate { Id = "near", Label = "near \"<&", InverseId = "nearby", InverseLabel = "nearby", Definition = Hostile[0], Domain = ["place"], Range = ["place"] });
        builder.Add(new Document
        {
            Id = "d",
            Title = Hostile[1],
            Language = "en",
            Sha256 = new string('0', 64),
            Sections = [new Section { Id = "s", Title = Hostile[2] }],
            Passages = [new Passage { Locator = "s.p1s1", Section = "s", End = 1, Words = 1, Sha256 = new string('0', 64) }],
        });
        for (var i = 0; i < Hostile.Length; i++)
            builder.Add(new Kinds.Place { Id = $"p{i}", Name = Hostile[i], Summary = Hostile[i], Aliases = [Hostile[i]], SameAs = ["https://example.org/<\" >|^`"] });
        builder.Add(new Statement
        {
            Id = "all",
            Document = "d",
            Passages = ["s.p1s1"],
            Text = Hostile[3],
            Qualifier = Hostile[4],
            Asserts = [.. Enumerable.Range(0, Hostile.Length).Select(i => new Fact { Subject = $"p{i}", Name = "near", Target = $"p{i * 7 % Hostile.Length}" })],
        });
        return builder.Build();
    }
}

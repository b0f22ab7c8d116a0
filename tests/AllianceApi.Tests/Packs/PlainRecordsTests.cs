using System.Text;
using AllianceApi.Graph;
using AllianceApi.Packs;
using AllianceApi.Packs.Ndjson;
using AllianceApi.Packs.Yaml;
using AllianceApi.Tests.Contract;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Packs;

/// <summary>What is read without a tree is what its tree says, and only where nothing is wrong with that.</summary>
public sealed class PlainRecordsTests
{
    /// <summary>What a change of a line may put somewhere.</summary>
    private static readonly string[] Scraps = ["", " ", "\"", "\\", "\\n", "\\u00e9", "{", "}", "[", "]", ",", ":", "null", "true", "1", "[]", "{}", "\"\"", "é", "\t", "-", "_", "A", "standing", "kind", "\"id\":\"x\",", "\"passages\":[],"];

    private static readonly string[] Lines = [.. LinesOfSeed()];

    [Fact]
    public void Nearly_all_lines_of_a_pack_are_read_without_a_tree() =>
        Assert.InRange(Lines.Count(line => new PlainRecords().Read(Encoding.UTF8.GetBytes(line)) is not null), Lines.Length * 9 / 10, Lines.Length);

    [Fact]
    public void A_line_reads_the_same_with_and_without_a_tree() => Assert.All(Lines, AssertSame);

    [Fact]
    public void A_line_with_something_wrong_is_left_to_the_tree() => Gen.Select(Gen.Int[0, Lines.Length - 1], Gen.Int[0, 2000], Gen.Int[0, 8], Gen.OneOf(Scraps)).Sample((number, at, cut, scrap) =>
    {
        var line = Lines[number];
        at %= line.Length;
        AssertSame(string.Concat(line.AsSpan(0, at), scrap, line.AsSpan(Math.Min(line.Length, at + cut))));
    }, iter: 20_000);

    [Fact]
    public void Many_lines_are_read_in_their_order()
    {
        var text = new string('x', 300);
        string[] lines = [.. Enumerable.Range(1, 2000).Select(number => number % 500 == 0 ? "{" : number % 7 == 0 ? "" :
            $$$"""{"type":"statement","record":{"id":"s-{{{number}}}","document":"d","passages":["p"],"text":"{{{text}}}","modality":"asserted","asserts":[["a","b","c"]]}}""")];
        List<PackProblem> problems = [];
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var read = NdjsonFile.Read("x.ndjson", () => new MemoryStream(bytes), problems).ToList();
        Assert.Equal(Enumerable.Range(1, 2000).Where(number => number % 500 != 0 && number % 7 != 0).Select(number => $"s-{number}"), read.Select(record => ((Statement)record.Record!).Id));
        Assert.Equal([500, 1000, 1500, 2000], problems.Select(problem => problem.Line));
        Assert.All(read, record => Assert.Equal(((Statement)record.Record!).Id, PackRecords.Text(record.Place!.Node()["id"])));
    }

    private static void AssertSame(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        if (new PlainRecords().Read(bytes) is not { } plain)
            return;
        List<PackProblem> problems = [];
        var records = NdjsonFile.Read("x.ndjson", () => new MemoryStream(bytes), problems).ToList();
        Assert.Single(records);
        var tree = (PackMapping)((PackMapping)JsonNodes.Read("x.ndjson", 1, bytes, problems)!)["record"]!;
        var draft = new PackDrafting(problems).Read([], [new LineRecord(plain is Statement ? "statements" : "entities", tree)]);
        Assert.True(problems.Count == 0, $"{line}: {string.Join(' ', problems)}");
        Assert.Equal(Written(plain is Statement ? draft.Statements.Single().Record : draft.Entities.Single().Record), Written(plain));
    }

    private static string Written(object record)
    {
        using var json = new JsonBuffer();
        if (record is Statement statement)
            PackRecordWriter.Statement(json, statement);
        else
            PackRecordWriter.Entity(json, (AllianceApi.Kinds.Entity)record);
        return Encoding.UTF8.GetString(json.Written);
    }

    private static IEnumerable<string> LinesOfSeed()
    {
        var pack = PackReader.Read(Path.Combine(Repository.Root, "seed", "rok-us-alliance")).Pack!;
        return pack.Entities.Select(entity => $"{{\"type\":\"entity\",\"record\":{Written(entity)}}}")
            .Concat(pack.Statements.Select(statement => $"{{\"type\":\"statement\",\"record\":{Written(statement)}}}"));
    }
}

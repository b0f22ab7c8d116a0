using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AllianceApi.Debates;
using AllianceApi.Formats;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Schema;
using AllianceApi.Search;
using AllianceApi.Service;
using AllianceApi.Shapes;
using AllianceApi.Tests.Support;
using AllianceApi.Timeline;
using AllianceApi.Traversal;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The bytes that writers make are those of the records that document them.</summary>
public sealed class RecordTests(SeedGraph seed, EveryShape fixture) : IClassFixture<EveryShape>
{
    /// <summary>The program's own options, but a member that the record does not have is refused.</summary>
    private static readonly JsonSerializerOptions Strict = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly IReadOnlyList<(string Path, Type Record)> Lists =
    [
        .. Catalogue.Kinds.Select(kind => (kind.Path, kind.Response)),
        ("entities", typeof(EntityResponse)),
        ("relations", typeof(RelationResponse)),
        ("relations?expand=evidence", typeof(RelationResponse)),
        ("attributes", typeof(AttributeResponse)),
        ("attributes?expand=evidence", typeof(AttributeResponse)),
        ("statements", typeof(StatementResponse)),
        ("documents", typeof(DocumentResponse)),
        ("schema/kinds", typeof(KindResponse)),
        ("schema/predicates", typeof(PredicateResponse)),
        ("timeline", typeof(TimelineItem)),
        ("relations?at=1960", typeof(RelationResponse)),
        ("attributes?at=1960", typeof(AttributeResponse)),
        ("timeline?at=1960", typeof(TimelineItem)),
        ("events?name=many", typeof(EventResponse)),
    ];

    /// <summary>Answers that there is one of, or that are asked for in words.</summary>
    private static readonly IReadOnlyList<(string Path, Type Record)> Others =
    [
        ("", typeof(ServiceResponse)),
        ("/schema", typeof(SchemaResponse)),
        ("/search?q=treaty&facets=kind,standing,document,section", typeof(SearchResponse)),
        ("/search?q=treaty&limit=1", typeof(SearchResponse)),
        ("/search?q=says&standing=stated", typeof(SearchResponse)),
        ("/search?q=treatty", typeof(SearchResponse)),
        ("/search?q=event+many&limit=1", typeof(SearchResponse)),
        ("/suggest?q=a", typeof(SuggestResponse)),
        ("/graph/stats", typeof(StatsResponse)),
    ];

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    [Fact]
    public async Task Every_answer_is_the_serialization_of_its_record_and_every_member_occurs()
    {
        foreach (var api in new Api[] { seed, fixture })
        {
            foreach (var (path, record) in Others)
                await ReadAsync(api, $"/api/v1{path}", record);
            foreach (var (path, record) in Lists)
                await ReadAllAsync(api, path, record);
            foreach (var document in (await api.GraphAsync()).Documents)
                await ReadAllAsync(api, $"documents/{document.Id}/passages", typeof(PassageResponse));
            foreach (var debate in (await api.GraphAsync()).Entities.Where(entity => entity.Kind.Class == typeof(Debate)))
                await ReadAsync(api, $"/api/v1/debates/{debate.Id}/map", typeof(MapResponse));
        }
        await ReadAsync(fixture, "/api/v1/graph/subgraph?roots=a-actor&expand=evidence&negated=true&at=1960", typeof(SubgraphResponse));
        await ReadAsync(fixture, "/api/v1/graph/paths?from=a-actor&to=a-debate&expand=evidence&k=3&at=1960", typeof(PathsResponse));
        Type[] documented =
        [
            typeof(MapResponse), typeof(PassageResponse), typeof(SubgraphResponse), typeof(PathsResponse), .. Others.Select(other => other.Record),
            .. Lists.Select(list => typeof(Page<>).MakeGenericType(list.Record)),
        ];
        Assert.Empty(documented.SelectMany(Members).Except(_shown));
    }

    [Fact]
    public async Task So_are_nodes_and_edges_of_an_export_but_for_what_kinds_add()
    {
        var graph = await fixture.JsonAsync("/api/v1/graph");
        foreach (var node in graph["nodes"]!.AsArray().Select(node => node!.AsObject()))
        {
            foreach (var field in Catalogue.Find($"{node["kind"]}")!.Fields)
                node.Remove(field.Name);
            Check(node, typeof(GraphNode));
        }
        Assert.All(graph["edges"]!.AsArray(), edge => Check(edge!, typeof(GraphEdge)));
        Assert.Empty(Members(typeof(GraphNode)).Concat(Members(typeof(GraphEdge))).Except(_shown));

        void Check(JsonNode node, Type record)
        {
            AssertReadsAs(record, node.ToJsonString(Json.Options), "/api/v1/graph");
            Note(node, record);
        }
    }

    [Theory]
    [InlineData("/api/v1/treaties?limit=0&sort=nope", 400)]
    [InlineData("/api/v1/treaties/nope", 404)]
    [InlineData($"/api/v1/treaties/{EveryShape.Gone}", 410)]
    [InlineData("/nowhere", 404)]
    public async Task So_are_problems(string path, int status)
    {
        var answer = await fixture.Get(path);
        Assert.Equal(status, (int)answer.Status);
        AssertReadsAs(typeof(ProblemResponse), answer.Text, path);
    }

    /// <summary>A list, and each of its first items by itself.</summary>
    private async Task ReadAllAsync(Api api, string path, Type record)
    {
        var limited = $"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}limit=";
        await ReadAsync(api, $"{limited}1", typeof(Page<>).MakeGenericType(record));
        var page = await ReadAsync(api, $"{limited}200", typeof(Page<>).MakeGenericType(record));
        foreach (var self in page["items"]!.AsArray().Select(item => $"{item!["links"]?["self"]}").Where(self => self.Length > 0))
            await ReadAsync(api, path.StartsWith("entities", StringComparison.Ordinal) ? $"/api/v1/entities/{self.Split('/')[^1]}" : self, record);
    }

    private async Task<JsonNode> ReadAsync(Api api, string path, Type record)
    {
        var text = await api.TextAsync(path);
        AssertReadsAs(record, text, path);
        var node = JsonNode.Parse(text)!;
        Note(node, record);
        return node;
    }

    private static void AssertReadsAs(Type record, string text, string path)
    {
        var read = JsonSerializer.Deserialize(text, record, Strict);
        Assert.True(JsonSerializer.Serialize(read, record, Strict) == text, $"{path} is not what its record says:\n{text}\n{JsonSerializer.Serialize(read, record, Strict)}");
    }

    /// <summary>Notes which members of records an answer has.</summary>
    private void Note(JsonNode? node, Type type)
    {
        if (ItemOf(type) is { } item)
        {
            foreach (var value in node!.AsArray())
                Note(value, item);
        }
        else if (node is JsonObject json)
        {
            foreach (var property in Json.Options.GetTypeInfo(type).Properties.Where(property => json.ContainsKey(property.Name)))
            {
                _shown.Add($"{type.Name}.{property.Name}");
                Note(json[property.Name], property.PropertyType);
            }
        }
    }

    /// <summary>The members that a record and those within it document.</summary>
    private static HashSet<string> Members(Type type)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        Add(type, members);
        return members;
    }

    private static void Add(Type type, HashSet<string> members)
    {
        if (ItemOf(type) is { } item)
            Add(item, members);
        else if (type.Assembly == typeof(Program).Assembly && !type.IsEnum && type != typeof(PartialDate))
        {
            foreach (var property in Json.Options.GetTypeInfo(type).Properties.Where(property => members.Add($"{type.Name}.{property.Name}")))
                Add(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, members);
        }
    }

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}

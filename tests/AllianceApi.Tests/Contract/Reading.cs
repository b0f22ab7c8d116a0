using System.Net;
using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>What tests of the contract read from a program that runs.</summary>
internal static class Reading
{
    public static async Task<string> TextAsync(this Api api, string path)
    {
        var answer = await api.Get(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path} answers {answer.Status}: {answer.Text}");
        return answer.Text;
    }

    public static async Task<JsonNode> JsonAsync(this Api api, string path) => JsonNode.Parse(await api.TextAsync(path))!;

    public static async Task<Snapshot> GraphAsync(this Api api) => (await api.Server()).Services.GetRequiredService<Head>().Current!;
}

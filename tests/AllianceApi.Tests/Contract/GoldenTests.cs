using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The contract as a file, so that a change of it shows in review.</summary>
public sealed class GoldenTests(SeedGraph api)
{
    [Fact]
    public async Task The_file_in_docs_is_the_document_that_is_served()
    {
        var served = await api.JsonAsync("/openapi/v1.json");
        Golden.Check(Repository.Docs("openapi.json"), served.ToJsonString(Golden.Json) + "\n");
    }
}

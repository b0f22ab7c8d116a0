using System.Reflection;
using AllianceApi.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>A client that is made from the OpenAPI document alone compiles, and reads what the server says.</summary>
public sealed class ClientTests(SeedGraph api)
{
    [Fact]
    public async Task A_generated_client_reads_a_treaty_a_list_and_a_problem()
    {
        var client = await ClientAsync();

        var treaty = await CallAsync(client, "GetTreatyAsync", "mutual-defense-treaty");
        Assert.Equal("mutual-defense-treaty", Get(treaty, "Id"));
        Assert.Equal("1953", Get(treaty, "Signed"));
        Assert.Contains(Items(treaty, "Relations"), group => $"{Get(Get(group, "Predicate"), "Id")}" == "party"
            && Items(group, "Items").Any(relation => $"{Get(Get(relation, "Object"), "Id")}" == "south-korea" && $"{Get(relation, "Standing")}" == "Stated"));

        var page = await CallAsync(client, "ListTreatiesAsync", 1, null);
        Assert.Single(Items(page, "Items"));

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(client, "GetTreatyAsync", "no-such-treaty"));
        Assert.Equal("unknown-id", Get(Get(refused, "Result"), "Code"));
    }

    private static async Task<object> CallAsync(object client, string method, params object?[] arguments)
    {
        var called = client.GetType().GetMethods().Single(candidate => candidate.Name == method && candidate.GetParameters().LastOrDefault()?.ParameterType == typeof(CancellationToken));
        var parameters = called.GetParameters();
        object?[] all = [.. arguments, .. Enumerable.Repeat<object?>(null, parameters.Length - arguments.Length - 1), TestContext.Current.CancellationToken];
        var task = (Task)called.Invoke(client, all)!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private static object Get(object of, string member) => of.GetType().GetProperty(member)!.GetValue(of)!;

    private static IEnumerable<object> Items(object of, string member) => ((System.Collections.IEnumerable)Get(of, member)).Cast<object>();

    private async Task<object> ClientAsync()
    {
        var document = await OpenApiDocument.FromJsonAsync(await api.TextAsync("/openapi/v1.json"), TestContext.Current.CancellationToken);
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "AllianceClient",
            OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
            UseBaseUrl = false,
        };
        settings.CSharpGeneratorSettings.Namespace = "Generated";
        settings.CSharpGeneratorSettings.JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.JsonLibraryVersion = 10;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        var code = new CSharpClientGenerator(document, settings).GenerateFile();
        return Activator.CreateInstance(Compile(code).GetType("Generated.AllianceClient")!, (await api.Server()).CreateClient())!;
    }

    private static Assembly Compile(string code)
    {
        var libraries = $"{AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")}".Split(Path.PathSeparator).Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || file.EndsWith("netstandard.dll", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create("Generated", [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            libraries.Select(file => MetadataReference.CreateFromFile(file)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(assembly.ToArray());
    }
}

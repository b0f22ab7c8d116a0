using System.Reflection;
using System.Runtime.Loader;
using AllianceApi.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag.CodeGeneration.CSharp;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Whoever makes a client of the OpenAPI document gets one that compiles and reads.</summary>
public sealed class ClientTests(SeedApi api)
{
    private const string Client = "AllianceClient";

    [Fact]
    public async Task A_generated_client_compiles_and_reads_a_treaty()
    {
        var assembly = Compile(await Generate());
        var client = Activator.CreateInstance(assembly.GetType($"Generated.{Client}")!, api.Client)!;
        var id = (await api.GetIds("/api/v1/treaties?limit=1"))[0];
        var treaty = await Call(client, "GetTreatyAsync", id);
        Assert.Equal(id, treaty.GetType().GetProperty("Id")!.GetValue(treaty));
        Assert.NotEmpty((System.Collections.IEnumerable)treaty.GetType().GetProperty("Relations")!.GetValue(treaty)!);

        var page = await Call(client, "ListActorsAsync");
        Assert.NotEmpty((System.Collections.IEnumerable)page.GetType().GetProperty("Items")!.GetValue(page)!);
    }

    private async Task<string> Generate()
    {
        var document = await NSwag.OpenApiDocument.FromJsonAsync(await api.GetText("/openapi/v1.json"), TestContext.Current.CancellationToken);
        var settings = new CSharpClientGeneratorSettings { ClassName = Client, UseBaseUrl = false };
        settings.CSharpGeneratorSettings.Namespace = "Generated";
        settings.CSharpGeneratorSettings.JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.JsonLibraryVersion = 10;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        settings.CSharpGeneratorSettings.GenerateOptionalPropertiesAsNullable = true;
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }

    private static Assembly Compile(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Generated", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        return new AssemblyLoadContext("Generated", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>Calls an operation with its first arguments, and leaves out the others.</summary>
    private static async Task<object> Call(object client, string operation, params object[] first)
    {
        var method = client.GetType().GetMethods().Where(method => method.Name == operation).MinBy(method => method.GetParameters().Length)!;
        var task = (Task)method.Invoke(client, [.. first, .. method.GetParameters().Skip(first.Length).Select(_ => (object?)null)])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }
}

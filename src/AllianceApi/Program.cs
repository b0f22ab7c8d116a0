using AllianceApi.Access;
using AllianceApi.Commands;
using AllianceApi.Data;
using AllianceApi.Debates;
using AllianceApi.Documents;
using AllianceApi.Entities;
using AllianceApi.Export;
using AllianceApi.Http;
using AllianceApi.Http.OpenApi;
using AllianceApi.Matching;
using AllianceApi.Packs;
using AllianceApi.Relations;
using AllianceApi.Schema;
using AllianceApi.Search;
using AllianceApi.Service;
using AllianceApi.Statements;
using AllianceApi.Timeline;
using AllianceApi.Traversal;

return await CommandLine.Run(args, new Hosting(Serve, Import, Server.Address, settings => Build(settings, serve: false)));

static async Task<int> Serve(string[] settings, CancellationToken stopping)
{
    await using var app = Build(settings, serve: true);
    app.UseServer().UseAccess();
    app.MapOperations();
    app.MapOpenApi();
    app.MapVocabulary();
    var api = app.MapApi().GuardReads();
    api.MapService();
    api.MapEntities();
    api.MapRelations();
    api.MapStatements();
    api.MapDocuments();
    api.MapSchema();
    api.MapDebates();
    api.MapTimeline();
    api.MapSearch();
    api.MapTraversal();
    api.MapMatching();
    api.MapExport();
    return await app.ServeAsync(stopping);
}

static async Task<LoadOutcome> Import(ImportRequest request, CancellationToken stopping)
{
    await using var app = Build(request.Settings, serve: false);
    return await app.Services.GetRequiredService<PackLoading>().LoadAsync(request.Read, stopping);
}

static WebApplication Build(string[] settings, bool serve)
{
    // appsettings.json and the seed travel with the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }).AddServer();
    builder.Services.AddRequestSnapshot().AddStore(builder.Configuration).AddAccess(builder.Configuration).AddSingleton<SeedFolder>().AddSingleton<PackLoading>().AddOpenApiDocument();
    if (serve)
        builder.Services.AddHostedService<OpenGraph>().AddHostedService(provider => provider.GetRequiredService<LastUse>());
    return builder.Build();
}

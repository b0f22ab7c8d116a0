using AllianceApi;
using AllianceApi.Access;
using AllianceApi.Commands;
using AllianceApi.Curation;
using AllianceApi.Data;
using AllianceApi.History;
using AllianceApi.Http;
using AllianceApi.Http.OpenApi;
using AllianceApi.Imports;
using AllianceApi.Packs;
using AllianceApi.Webhooks;

return await CommandLine.Run(args, new Hosting(Serve, Import, Server.Address, settings => Build(settings, serve: false)));

static async Task<int> Serve(string[] settings, CancellationToken stopping)
{
    await using var app = Build(settings, serve: true);
    app.UseServer().UseAccess();
    app.UseHistory();
    app.MapOpenApi();
    app.MapFeatures();
    return await app.ServeAsync(stopping);
}

static async Task<LoadOutcome> Import(ImportRequest request, CancellationToken stopping)
{
    await using var app = Build(request.Settings, serve: false);
    return await app.Services.GetRequiredService<PackLoading>().LoadAsync(request.Read, stopping, request.Overwrite);
}

static WebApplication Build(string[] settings, bool serve)
{
    // appsettings.json and the seed travel with the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }).AddServer();
    builder.Services.AddRequestSnapshot().AddStore(builder.Configuration).AddAccess(builder.Configuration)
        .AddSingleton<SeedFolder>().AddSingleton<PackLoading>().AddCuration().AddHistory().AddImports().AddWebhooks(builder.Configuration).AddOpenApiDocument();
    if (serve)
        builder.Services.AddHostedService<OpenGraph>().AddHostedService<OtherWriters>().AddHostedService(provider => provider.GetRequiredService<LastUse>()).AddHostedService(provider => provider.GetRequiredService<Importing>()).AddHostedService<Couriers>();
    return builder.Build();
}

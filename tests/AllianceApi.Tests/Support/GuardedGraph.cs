using AllianceApi.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceApi.Tests.Support;

/// <summary>The invented graph with endpoints that need scopes, and with an issuer of tokens.</summary>
public sealed class GuardedGraph : Api
{
    public GuardedGraph()
        : this(new Issuer())
    {
    }

    private GuardedGraph(Issuer issuer)
        : base(
            () => InventedGraph.Folder,
            services => services.AddSingleton<IStartupFilter, GuardedEndpoints>(),
            settings: [("Access:Oidc:Issuer", issuer.Address), ("Access:Oidc:Audience", Issuer.Audience), ("Access:Origins", "https://curators.example")]) => Issuer = issuer;

    internal Issuer Issuer { get; }

    /// <summary>A new key, as its holder has it.</summary>
    internal async Task<string> NewKey(Scope scope, string name = "Somebody", DateTime? expires = null) =>
        (await (await Service<ApiKeys>()).CreateAsync(name, scope, expires, CancellationToken.None)).Text.Reveal();

    internal Task<Answer> Ask(string method, params (string Name, string Value)[] headers) => Send(new HttpMethod(method), GuardedEndpoints.Path, headers);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

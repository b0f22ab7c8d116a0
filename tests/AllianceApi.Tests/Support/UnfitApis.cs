using AllianceApi.Graph;
using AllianceApi.Packs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceApi.Tests.Support;

/// <summary>The program while it is still loading, for ever.</summary>
internal sealed class NeverLoadedApi : Api
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(OpenGraph))));
    }
}

/// <summary>The program with a store that fails whoever asks it for what is gone.</summary>
internal sealed class FailingApi : Api
{
    public const string Secret = "the inside of the program";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<FindGone>((_, _) => throw new InvalidOperationException(Secret)));
    }
}

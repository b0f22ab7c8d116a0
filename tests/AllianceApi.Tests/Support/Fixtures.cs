using System.Net.Sockets;
using System.Text;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

[assembly: AssemblyFixture(typeof(Api))]
[assembly: AssemblyFixture(typeof(SeedApi))]

namespace AllianceApi.Tests.Support;

/// <summary>The program upon its own seed.</summary>
public sealed class SeedApi() : Api(SeedFolders.Seed);

/// <summary>The program on a real server and port, for what the server itself answers.</summary>
public sealed class KestrelApi : Api
{
    public KestrelApi() => UseKestrel(0);

    public override ValueTask InitializeAsync()
    {
        StartServer();
        return base.InitializeAsync();
    }

    /// <summary>Sends a request byte by byte as it stands, and reads until the server closes.</summary>
    public async Task<string> SendRaw(string request)
    {
        var address = Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", new Uri(address).Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Whoever sends too much may be cut off; the answer is there all the same.
        }
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}

/// <summary>The program upon a pack that the tests of one class wrote, which they may change.</summary>
public sealed class CrowdApi : Api
{
    public const int Boats = 230;

    private readonly WrittenPack _pack;

    public CrowdApi()
        : this(SeedFolders.Crowd(Boats))
    {
    }

    private CrowdApi(WrittenPack pack)
        : base(pack.Parent) => _pack = pack;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_pack.Parent))
            _pack.Dispose();
    }
}

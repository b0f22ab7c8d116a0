using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AllianceApi.Tests.Support;

/// <summary>The invented graph behind the server of earnest, for requests that no client library would write.</summary>
public sealed class ListeningGraph() : Api(() => InventedGraph.Folder, listens: true)
{
    /// <summary>Sends a request as it stands and reads to the end of the answer.</summary>
    /// <param name="target">Path and query, in Latin-1.</param>
    internal async Task<(int Status, string Head, string Body)> Wire(string target, string method = "GET", string headers = "")
    {
        var address = (await Service<IServer>()).Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(address).Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var parts = (await reader.ReadToEndAsync()).Split("\r\n\r\n", 2);
        return (int.Parse(parts[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), parts[0], parts[1]);
    }
}

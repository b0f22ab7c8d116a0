using System.Net;
using System.Net.Sockets;

namespace AllianceApi.Webhooks;

/// <summary>
/// Which addresses messages may be sent to. What a name stands for is looked at when the connection is made, and the connection is made to what was looked at:
/// a name that changes its mind in between gains nothing.
/// </summary>
internal sealed class Reach(WebhookSettings settings)
{
    /// <summary>What is not the open Internet: this machine, its neighbours, private networks, and addresses that stand for others.</summary>
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    public bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return settings.AllowedNetworks.Any(network => network.Contains(address)) || !Array.Exists(Closed, network => network.Contains(address));
    }

    /// <summary>The addresses of a host that messages may be sent to.</summary>
    /// <exception cref="UnreachableException">There is none.</exception>
    public async Task<IPAddress[]> AddressesOfAsync(string host, CancellationToken cancel)
    {
        IPAddress[] found;
        try
        {
            found = IPAddress.TryParse(host.Trim('[', ']'), out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancel);
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            throw new UnreachableException($"The name {host} stands for no address.");
        }
        IPAddress[] allowed = [.. found.Where(Allows)];
        // Where one of several leads inside, the name is not to be trusted with the others.
        return allowed.Length > 0 && allowed.Length == found.Length
            ? allowed
            : throw new UnreachableException($"{host} is this machine, or in a private or reserved network, to which nothing is sent. Networks of your own are listed in Webhooks:AllowedNetworks.");
    }

    /// <summary>Connects to a host, if it may be reached.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await AddressesOfAsync(context.DnsEndPoint.Host, cancel);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address to which nothing is sent, with the reason.</summary>
internal sealed class UnreachableException(string message) : Exception(message);

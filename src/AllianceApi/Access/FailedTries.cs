using System.Net;
using System.Net.Sockets;

namespace AllianceApi.Access;

/// <summary>
/// Counts the credentials that were refused, for each client address and minute, in a table that does not grow. Two addresses may share a place in it;
/// that costs no one anything, for whoever has a valid credential is never asked how often others failed.
/// </summary>
internal sealed class FailedTries(TimeProvider clock)
{
    public const int MostInAMinute = 20;

    private const int Places = 4096;
    private const int CountBits = 24;

    /// <summary>Somebody who knew where an address is counted could fill the place of another.</summary>
    private readonly int _salt = Random.Shared.Next();

    /// <summary>The minute, and how many failed in it.</summary>
    private readonly long[] _counts = new long[Places];

    /// <summary>Counts one more.</summary>
    /// <returns>In how many seconds to try again, where there were too many; else null.</returns>
    public int? Add(IPAddress? address)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        var minute = seconds / 60;
        ref var place = ref _counts[(uint)HashCode.Combine(_salt, Network(address)) % Places];
        long before, after;
        do
        {
            before = Volatile.Read(ref place);
            var sameMinute = before >> CountBits == minute;
            after = sameMinute ? Math.Min(before + 1, ((minute + 1) << CountBits) - 1) : (minute << CountBits) + 1;
        }
        while (Interlocked.CompareExchange(ref place, after, before) != before);
        return (after & ((1 << CountBits) - 1)) > MostInAMinute ? (int)(60 - (seconds % 60)) : null;
    }

    /// <summary>Whoever has one address of IPv6 has 2⁶⁴: they count as one.</summary>
    private static long Network(IPAddress? address)
    {
        if (address is null)
            return 0;
        var bytes = address.IsIPv4MappedToIPv6 ? address.MapToIPv4().GetAddressBytes() : address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 && bytes.Length == 16 ? BitConverter.ToInt64(bytes) : BitConverter.ToInt32(bytes);
    }
}

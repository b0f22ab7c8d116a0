using System.Security.Cryptography;

namespace AllianceApi.Access;

/// <summary>
/// A key as its holder has it, <c>ak_ID_SECRET</c>: 8 and 32 random bytes in lower-case hexadecimal. The id finds the row, so that secrets are compared and never searched for.
/// </summary>
internal sealed class KeyText
{
    private const string Prefix = "ak_";
    private const int IdLength = 16;
    private const int SecretLength = 64;
    private const int SecretAt = 20;
    private const int Length = SecretAt + SecretLength;

    private readonly byte[] _secret;

    private KeyText(string id, byte[] secret) => (Id, _secret) = (id, secret);

    public string Id { get; }

    /// <summary>What is kept of the secret.</summary>
    public byte[] Hash => SHA256.HashData(_secret);

    public static KeyText Random() => new(
        RandomNumberGenerator.GetHexString(IdLength, lowercase: true), RandomNumberGenerator.GetBytes(SecretLength / 2));

    /// <returns>Null where the text has not the form of a key.</returns>
    public static KeyText? Read(string text)
    {
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[SecretAt - 1] != '_')
            return null;
        var (id, secret) = (text[Prefix.Length..(SecretAt - 1)], text[SecretAt..]);
        return IsHex(id) && IsHex(secret) ? new KeyText(id, Convert.FromHexString(secret)) : null;
    }

    /// <summary>Whether this is the key that a row was made for; how long that takes does not depend on where they differ.</summary>
    public bool Fits(ApiKey key) => CryptographicOperations.FixedTimeEquals(Hash, key.SecretHash);

    /// <summary>The whole key: to be shown once and kept nowhere.</summary>
    public string Reveal() => $"{Prefix}{Id}_{Convert.ToHexStringLower(_secret)}";

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigitLower);
}

namespace AllianceApi.Access;

/// <summary>Who may do what, as far as it is configured.</summary>
/// <param name="ReadsNeedKey">Whether reading needs a credential.</param>
/// <param name="Origins">Whose pages may write from a browser, beside the server's own.</param>
/// <param name="Oidc">Whose tokens are taken; null where none are.</param>
internal sealed record AccessSettings(bool ReadsNeedKey, IReadOnlyList<string> Origins, OidcSettings? Oidc)
{
    private const string ReadsNeedKeySetting = "Access:ReadsNeedKey";
    private const string OriginsSetting = "Access:Origins";

    /// <exception cref="SettingException">A setting has a value that it cannot have.</exception>
    public static AccessSettings Of(IConfiguration configuration) =>
        new(Flag(configuration), [.. OriginsOf(configuration)], OidcSettings.Of(configuration));

    private static bool Flag(IConfiguration configuration) => configuration[ReadsNeedKeySetting] is not { Length: > 0 } text ? false
        : bool.TryParse(text, out var flag) ? flag
        : throw new SettingException($"{ReadsNeedKeySetting} is '{text}'. Set it to true or false.");

    private static IEnumerable<string> OriginsOf(IConfiguration configuration)
    {
        foreach (var origin in (configuration[OriginsSetting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
                throw new SettingException($"{OriginsSetting} has '{origin}', which is no origin. Write each as https://HOST, with commas between them.");
            yield return origin;
        }
    }
}

/// <summary>Whose tokens are taken, and for whom they have to be made.</summary>
internal sealed record OidcSettings(Uri Issuer, string IssuerName, string Audience, string ScopeClaim)
{
    private const string IssuerSetting = "Access:Oidc:Issuer";
    private const string AudienceSetting = "Access:Oidc:Audience";
    private const string ScopeClaimSetting = "Access:Oidc:ScopeClaim";

    /// <exception cref="SettingException">The settings do not go together.</exception>
    public static OidcSettings? Of(IConfiguration configuration)
    {
        if (configuration[IssuerSetting] is not { Length: > 0 } issuer)
            return null;
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            throw new SettingException($"{IssuerSetting} is '{issuer}'. Set it to the https:// address that the tokens have as their issuer.");
        if (configuration[AudienceSetting] is not { Length: > 0 } audience)
            throw new SettingException($"{IssuerSetting} is set and {AudienceSetting} is not. Set it to the audience that tokens for this server have.");
        return new OidcSettings(uri, issuer, audience, configuration[ScopeClaimSetting] is { Length: > 0 } claim ? claim : "scope");
    }
}

/// <summary>A setting has a value that whoever runs the program can mend.</summary>
internal sealed class SettingException(string message) : Exception(message);

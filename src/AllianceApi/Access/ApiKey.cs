using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AllianceApi.Access;

/// <summary>What is kept of an API key: all but its secret.</summary>
internal sealed class ApiKey
{
    /// <summary>Public: it is part of the key, of listings and of what idempotency keys belong to.</summary>
    public required string Id { get; set; }

    /// <summary>Who holds it: the author of the revisions that are made with it.</summary>
    public required string Name { get; set; }

    public Scope Scope { get; set; }

    /// <summary>The SHA-256 of its secret. The secret is random, so that nothing slower is needed.</summary>
    public required byte[] SecretHash { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>From then on it is no good; null where it never ends.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>To a minute or so.</summary>
    public DateTime? LastUsedAt { get; set; }
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public const int LongestName = 100;

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("Keys", table =>
        {
            table.HasCheckConstraint("CK_Keys_Name", $"length(\"Name\") BETWEEN 1 AND {LongestName}");
            table.HasCheckConstraint("CK_Keys_Scope", $"\"Scope\" IN ({string.Join(", ", Scopes.All.Select(scope => $"'{scope}'"))})");
            table.HasCheckConstraint("CK_Keys_SecretHash", "length(\"SecretHash\") = 32");
        });
        builder.Property(key => key.Id).HasMaxLength(16);
    }
}

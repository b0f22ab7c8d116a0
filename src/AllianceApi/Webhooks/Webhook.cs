using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AllianceApi.Webhooks;

/// <summary>Somebody who is told of changes: where, of what, and how far they are. What is still to be told follows from the feed, so that no crash can lose it.</summary>
internal sealed class Webhook
{
    public required string Id { get; set; }
    public required string Url { get; set; }

    /// <summary>The types of records that it is about, with commas between them; <c>*</c> for all.</summary>
    public required string Types { get; set; }

    /// <summary>What messages are signed with. It has to be known to sign, so it cannot be kept as a hash.</summary>
    public required byte[] Secret { get; set; }

    /// <summary>Who registered it.</summary>
    public required string By { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>The newest revision of which the receiver has been told whatever it asked for.</summary>
    public long Delivered { get; set; }

    /// <summary>How many tries to tell of the next one have failed.</summary>
    public int Failures { get; set; }

    /// <summary>Not before then it is tried again.</summary>
    public DateTime? NextTry { get; set; }

    /// <summary>Since when nothing is sent any more, and why; null while it is active.</summary>
    public DateTime? DisabledAt { get; set; }
    public string? DisabledWhy { get; set; }

    public bool Wants(string type) => Types == "*" || Types.Split(',').Contains(type);
}

/// <summary>What became of the message on one revision.</summary>
internal sealed class Delivery
{
    public required string WebhookId { get; set; }

    /// <summary>The revision, which is the number of the delivery too.</summary>
    public long Revision { get; set; }
    public bool IsDelivered { get; set; }
    public int Attempts { get; set; }
    public DateTime FirstAt { get; set; }
    public DateTime LastAt { get; set; }

    /// <summary>What the receiver answered to the last try; null where it did not.</summary>
    public int? ResponseStatus { get; set; }

    /// <summary>Why the last try failed; null where it did not.</summary>
    public string? Error { get; set; }
    public int Milliseconds { get; set; }
}

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder) => builder.ToTable("Webhooks");

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries").HasKey(delivery => new { delivery.WebhookId, delivery.Revision });
        builder.HasOne<Webhook>().WithMany().HasForeignKey(delivery => delivery.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }
}

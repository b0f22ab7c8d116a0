using AllianceApi.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AllianceApi.Imports;

/// <summary>A pack that was sent to be loaded: what was asked for, how far it is, and what it came to.</summary>
internal sealed class ImportJob
{
    public long Id { get; set; }
    public ImportStatus Status { get; set; }

    /// <summary>The name of the file in which the pack waits, below the folder of imports.</summary>
    public required string File { get; set; }
    public PackForm Form { get; set; }
    public long Bytes { get; set; }
    public bool DryRun { get; set; }
    public bool Overwrite { get; set; }

    /// <summary>Who sent it: the author of the revision.</summary>
    public required string By { get; set; }

    /// <summary>Why, as they say; null where they do not.</summary>
    public string? Note { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>What it came to, as JSON: an <see cref="ImportOutcome"/>; null until it is over.</summary>
    public string? Outcome { get; set; }

    public bool IsOver => Status is not (ImportStatus.Queued or ImportStatus.Running);
}

/// <summary>How far an import is.</summary>
public enum ImportStatus
{
    /// <summary>It waits for those before it.</summary>
    Queued,

    /// <summary>It is being read, checked or written.</summary>
    Running,

    /// <summary>It is loaded; or, where it was to be tried only, it could be.</summary>
    Succeeded,

    /// <summary>It cannot be loaded as it stands. Nothing was changed.</summary>
    Failed,

    /// <summary>It was called off. Nothing was changed.</summary>
    Cancelled,
}

internal sealed class ImportJobMapping : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("Imports");
        builder.HasIndex(job => job.Status);
        builder.Ignore(job => job.IsOver);
    }
}

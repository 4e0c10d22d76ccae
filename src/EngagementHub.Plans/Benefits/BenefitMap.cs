using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Plans.Benefits;

internal sealed class ProgrammeMap : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.ToTable("plans_programmes");
        programme.Property(p => p.Slug).HasMaxLength(80);
        programme.Property(p => p.Title).HasMaxLength(Stated.Title);
        programme.Property(p => p.Purpose).HasMaxLength(Stated.Text);
        programme.Property(p => p.HourlyCost).HasPrecision(18, 2);
        programme.Property(p => p.Agreement).HasConversion(
            agreement => JsonSerializer.Serialize(agreement, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<Agreement>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<Agreement>((a, b) => ReferenceEquals(a, b), agreement => agreement.FirstYear, agreement => agreement));
        programme.Property(p => p.Updates).AsJsonList();
        programme.HasIndex(p => p.Slug).IsUnique();
    }
}

internal sealed class BenefitMap : IEntityTypeConfiguration<Benefit>
{
    public void Configure(EntityTypeBuilder<Benefit> benefit)
    {
        benefit.ToTable("plans_benefits");
        benefit.HasOne<Programme>().WithMany().HasForeignKey(b => b.Programme);
        benefit.HasOne<Measures.Measure>().WithMany().HasForeignKey(b => b.Measure);
        foreach (var name in (string[])[nameof(Benefit.Title), nameof(Benefit.Category), nameof(Benefit.Project), nameof(Benefit.Part)])
        {
            benefit.Property<string>(name).HasMaxLength(Stated.Title);
        }

        foreach (var name in (string[])[nameof(Benefit.Description), nameof(Benefit.Feature), nameof(Benefit.Costs), nameof(Benefit.Activities), nameof(Benefit.TargetImprovement)])
        {
            benefit.Property<string>(name).HasMaxLength(Stated.Text);
        }

        benefit.Property(b => b.FullYearValue).HasPrecision(18, 4);
        benefit.Property(b => b.Profile).AsJsonList();
        benefit.Property(b => b.Verifications).AsJsonList();
        benefit.HasIndex(b => new { b.Programme, b.Number }).IsUnique();
    }
}

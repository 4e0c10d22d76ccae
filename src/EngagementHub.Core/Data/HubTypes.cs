using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EngagementHub.Core.Data;

internal static class HubTypes
{
    // SQLite can neither order nor compare DateTimeOffset (ticks can); PostgreSQL refuses any offset but zero.
    public static void AddHubTypes(this ModelConfigurationBuilder types, bool sqlite)
    {
        if (sqlite)
        {
            types.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        }
        else
        {
            types.Properties<DateTimeOffset>().HaveConversion<Utc>();
        }

        types.Properties<StaffId>().HaveConversion<StaffIdValue>();
        types.Properties<SubjectRef>().HaveConversion<SubjectText>().HaveMaxLength(120);
        types.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));

    // PostgreSQL keeps microseconds; cutting here keeps what is read equal to what was written.
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        v => new DateTimeOffset(v.UtcTicks - (v.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero), v => v);

    private sealed class StaffIdValue() : ValueConverter<StaffId, Guid>(v => v.Value, v => new StaffId(v));

    private sealed class SubjectText() : ValueConverter<SubjectRef, string>(v => v.ToString(), v => SubjectRef.Parse(v));
}

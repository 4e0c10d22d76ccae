using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Surveys.Answers;

/// <summary>By what the answers are summed up.</summary>
internal enum Cut
{
    /// <summary>By unit; all rows together are everybody.</summary>
    Unit,

    /// <summary>By grade; all rows together are everybody, once more.</summary>
    Grade,
}

/// <summary>What one group answered, summed up. The sums are all that is stored of answers on five points: there is no row for a person's answer.</summary>
internal sealed class Tally
{
    /// <summary>The name under which small groups are summed up together.</summary>
    public const string Rest = "";

    public const int Points = 5;

    private Tally(Guid surveyId, Cut cut, string group, int[] marks) => (SurveyId, Cut, Group, Marks) = (surveyId, cut, group, marks);

    public Guid SurveyId { get; private set; }

    public Cut Cut { get; private set; }

    public string Group { get; private set; }

    /// <summary>How many of the group were asked.</summary>
    public int Asked { get; private set; }

    /// <summary>How many of the group answered.</summary>
    public int Answered { get; private set; }

    /// <summary>For each question on five points in its order: how many chose 1, 2, 3, 4 and 5.</summary>
    public int[] Marks { get; private set; }

    public static Tally Begin(Guid survey, Cut cut, string group, int asked, int questions) => new(survey, cut, group, new int[questions * Points]) { Asked = asked };

    /// <param name="marks">One from 1 to 5 for each question on five points.</param>
    public void Count(IReadOnlyList<int> marks)
    {
        // A new array: what has changed is seen by comparing with the one before.
        var counted = (int[])Marks.Clone();
        for (var i = 0; i < marks.Count; i++)
        {
            counted[(i * Points) + marks[i] - 1]++;
        }

        (Marks, Answered) = (counted, Answered + 1);
    }

    /// <summary>Takes in a group that cannot be shown; what that group answered is not known apart from then on.</summary>
    public void TakeIn(Tally other)
    {
        Marks = [.. Marks.Zip(other.Marks, (a, b) => a + b)];
        (Asked, Answered) = (Asked + other.Asked, Answered + other.Answered);
    }
}

internal sealed class TallyMap : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> tally)
    {
        tally.ToTable("surveys_tallies");
        tally.HasKey(t => new { t.SurveyId, t.Cut, t.Group });
        tally.Property(t => t.Group).HasMaxLength(Audience.Place.LongestGroup);
        tally.Property(t => t.Marks).HasConversion(v => BytesOf(v), v => Numbers(v), new ValueComparer<int[]>(
            (a, b) => Enumerable.SequenceEqual(a!, b!), v => v.Length, v => v));
    }

    internal static byte[] BytesOf(int[] marks)
    {
        var bytes = new byte[marks.Length * sizeof(int)];
        for (var i = 0; i < marks.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * sizeof(int)), marks[i]);
        }

        return bytes;
    }

    private static int[] Numbers(byte[] bytes)
    {
        var marks = new int[bytes.Length / sizeof(int)];
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(i * sizeof(int)));
        }

        return marks;
    }
}

namespace EngagementHub.Core.Search;

/// <summary>The stem of an English word in small ASCII letters, by the Porter2 algorithm (https://snowballstem.org/algorithms/english/stemmer.html).</summary>
internal static class Porter
{
    private static readonly Dictionary<string, string> Exceptions =
        "skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes"
            .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly string[] Whole = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    // Longest first: only the longest ending that fits is looked at.
    private static readonly (string Ending, string Instead)[] Second =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
        ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"),
        ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Ending, string Instead)[] Third =
        [("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", "")];

    private static readonly string[] Fourth =
        ["ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic"];

    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        word = MarkConsonantY(word);
        var (r1, r2) = Regions(word);
        word = Plural(word);
        return Whole.Contains(word) ? word : Final(Shorten(LastY(Past(word, r1)), r1, r2), r1, r2).Replace('Y', 'y');
    }

    private static string Shorten(string word, int r1, int r2) =>
        WithoutFourth(WithThird(WithSecond(word, r1), r1, r2), r2);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string MarkConsonantY(string word)
    {
        if (!word.Contains('y'))
        {
            return word;
        }

        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
            {
                letters[i] = 'Y';
            }
        }

        return new string(letters);
    }

    private static (int R1, int R2) Regions(string word)
    {
        string[] known = ["gener", "commun", "arsen"];
        var r1 = known.FirstOrDefault(k => word.StartsWith(k, StringComparison.Ordinal))?.Length ?? AfterVowelAndConsonant(word, 0);
        return (r1, AfterVowelAndConsonant(word, r1));
    }

    private static int AfterVowelAndConsonant(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static string Plural(string word)
    {
        if (word.EndsWith("sses", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        if (word.EndsWith("ied", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word.Length > 4 ? word[..^2] : word[..^1];
        }

        var stays = !word.EndsWith('s') || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("ss", StringComparison.Ordinal) || !word[..^2].Any(IsVowel);
        return stays ? word : word[..^1];
    }

    private static string Past(string word, int r1)
    {
        if (FirstOf(word, "eedly", "eed") is { } eed)
        {
            return word.Length - eed.Length >= r1 ? word[..^eed.Length] + "ee" : word;
        }

        if (FirstOf(word, "ingly", "edly", "ing", "ed") is not { } ending || !word[..^ending.Length].Any(IsVowel))
        {
            return word;
        }

        word = word[..^ending.Length];
        return FirstOf(word, "at", "bl", "iz") is not null ? word + "e"
            : EndsDoubled(word) ? word[..^1]
            : r1 >= word.Length && EndsShort(word) ? word + "e"
            : word;
    }

    private static bool EndsDoubled(string word) => word.Length > 1 && word[^1] == word[^2] && "bdfgmnprt".Contains(word[^1]);

    private static bool EndsShort(string word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y') && IsVowel(word[^2]) && !IsVowel(word[^3]),
    };

    private static string LastY(string word) =>
        word.Length > 2 && word[^1] is ('y' or 'Y') && !IsVowel(word[^2]) ? word[..^1] + "i" : word;

    private static string WithSecond(string word, int r1)
    {
        var (ending, instead) = Second.FirstOrDefault(e => word.EndsWith(e.Ending, StringComparison.Ordinal));
        if (ending is null || word.Length - ending.Length < r1)
        {
            return word;
        }

        var before = word.Length > ending.Length ? word[^(ending.Length + 1)] : ' ';
        var fits = ending switch
        {
            "ogi" => before == 'l',
            "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            _ => true,
        };
        return fits ? word[..^ending.Length] + instead : word;
    }

    private static string WithThird(string word, int r1, int r2)
    {
        var (ending, instead) = Third.FirstOrDefault(e => word.EndsWith(e.Ending, StringComparison.Ordinal));
        return ending is null || word.Length - ending.Length < (ending == "ative" ? r2 : r1) ? word : word[..^ending.Length] + instead;
    }

    private static string WithoutFourth(string word, int r2)
    {
        if (FirstOf(word, Fourth) is not { } ending || word.Length - ending.Length < r2)
        {
            return word;
        }

        return ending == "ion" && word[^4] is not ('s' or 't') ? word : word[..^ending.Length];
    }

    private static string Final(string word, int r1, int r2)
    {
        var before = word.Length - 1;
        var drops = word[^1] switch
        {
            'e' => before >= r2 || (before >= r1 && !EndsShort(word[..^1])),
            'l' => before >= r2 && word[^2] == 'l',
            _ => false,
        };
        return drops ? word[..^1] : word;
    }

    private static string? FirstOf(string word, params string[] endings) => Array.Find(endings, e => word.EndsWith(e, StringComparison.Ordinal));
}

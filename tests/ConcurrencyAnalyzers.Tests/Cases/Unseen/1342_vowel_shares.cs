// Counts the vowels of a text in several partitions at once and gives the share of each. difficulty: medium
using System;
using System.Linq;

namespace Menagerie.M1342;

public static class VowelShares
{
    private const string Vowels = "aeiou";

    public static double[] Of(string[] words)
    {
        var counts = words
            .AsParallel()
            .Aggregate(
                () => new int[Vowels.Length],
                (partial, word) =>
                {
                    foreach (var letter in word)
                    {
                        int vowel = Vowels.IndexOf(letter);
                        if (vowel >= 0)
                        {
                            partial[vowel]++;
                        }
                    }
                    return partial;
                },
                (left, right) =>
                {
                    for (int i = 0; i < left.Length; i++)
                    {
                        left[i] += right[i];
                    }
                    return left;
                },
                totals => totals);

        double all = Math.Max(1, counts.Sum());
        return counts.Select(count => count / all).ToArray();
    }
}

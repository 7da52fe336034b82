// Sorts large lists of track names so that "track 9" comes before "track 10", with a parallel query and a comparer of its own. difficulty: hard
// Blind: comparers that a parallel query calls are not followed.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1532;

public sealed class NaturalOrder : IComparer<string>
{
    private readonly Dictionary<string, int> _numberOf = [];
    private int _comparisons;

    public int Comparisons => _comparisons;

    public int Compare(string? left, string? right)
    {
        _comparisons++; // blind: RACE
        if (left is null || right is null)
        {
            return string.CompareOrdinal(left, right);
        }
        int byNumber = NumberOf(left).CompareTo(NumberOf(right));
        return byNumber != 0 ? byNumber : string.CompareOrdinal(left, right);
    }

    private int NumberOf(string name)
    {
        if (!_numberOf.TryGetValue(name, out int number)) // blind: RACE#1
        {
            var digits = name.AsSpan(name.LastIndexOf(' ') + 1);
            number = int.TryParse(digits, out int parsed) ? parsed : int.MaxValue;
            _numberOf[name] = number; // blind: RACE#1
        }
        return number;
    }
}

public static class TrackListing
{
    public static (string[] Sorted, int Comparisons) Sort(IReadOnlyCollection<string> tracks)
    {
        var order = new NaturalOrder();
        var sorted = tracks.AsParallel().OrderBy(track => track, order).ToArray();
        return (sorted, order.Comparisons);
    }
}

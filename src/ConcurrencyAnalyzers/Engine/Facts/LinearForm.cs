namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>A sum of products of variables: enough to tell where one run's range ends and the next one's begins.</summary>
internal sealed class LinearForm
{
    private readonly SortedDictionary<string, long> _terms = new(StringComparer.Ordinal);

    private const string One = "";
    private const char Times = '*';

    public static LinearForm Of(long number) => new LinearForm().Plus(One, number);

    public static LinearForm Of(string variable) => new LinearForm().Plus(variable, 1);

    /// <summary>The number that it is, whatever the variables are; null where it depends on them.</summary>
    public long? Number => _terms.Count == 0 ? 0 : _terms.Count == 1 && _terms.TryGetValue(One, out var number) ? number : null;

    /// <summary>How many products are added up.</summary>
    public int Size => _terms.Count;

    public bool Mentions(string variable) => _terms.Keys.Any(term => term.Split(Times).Contains(variable));

    public LinearForm Add(LinearForm other, int sign = 1)
    {
        var sum = new LinearForm();
        foreach (var term in _terms)
            sum.Plus(term.Key, term.Value);
        foreach (var term in other._terms)
            sum.Plus(term.Key, sign * term.Value);
        return sum;
    }

    public LinearForm Multiply(LinearForm other)
    {
        var product = new LinearForm();
        foreach (var left in _terms)
            foreach (var right in other._terms)
                product.Plus(string.Join(Times.ToString(), (left.Key + Times + right.Key).Split(Times).Where(static part => part.Length > 0).OrderBy(static part => part, StringComparer.Ordinal)), unchecked(left.Value * right.Value));
        return product;
    }

    /// <summary>With another value in the place of a variable.</summary>
    public LinearForm With(string variable, LinearForm value)
    {
        var result = new LinearForm();
        foreach (var term in _terms)
        {
            var form = Of(term.Value);
            foreach (var part in term.Key.Split(Times).Where(static part => part.Length > 0))
                form = form.Multiply(part == variable ? value : Of(part));
            result = result.Add(form);
        }

        return result;
    }

    private LinearForm Plus(string term, long count)
    {
        var sum = (_terms.TryGetValue(term, out var there) ? there : 0) + count;
        if (sum == 0)
            _terms.Remove(term);
        else
            _terms[term] = sum;
        return this;
    }
}

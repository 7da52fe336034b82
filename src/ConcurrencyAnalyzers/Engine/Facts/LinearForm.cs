namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>A sum of products of variables: enough to tell where one run's range ends and the next one's begins.</summary>
internal sealed class LinearForm
{
    /// <summary>In the order of their products. A list of classes: generic code over structs is compiled anew in every process.</summary>
    private readonly List<Term> _terms = [];

    private sealed record Term(string Product, long Count);

    private const string One = "";
    private const char Times = '*';

    public static LinearForm Of(long number) => new LinearForm().Plus(One, number);

    public static LinearForm Of(string variable) => new LinearForm().Plus(variable, 1);

    /// <summary>The number that it is, whatever the variables are; null where it depends on them.</summary>
    public long? Number => _terms.Count == 0 ? 0 : _terms.Count == 1 && _terms[0] is { Product: One, Count: var number } ? number : null;

    /// <summary>How many products are added up.</summary>
    public int Size => _terms.Count;

    public bool Mentions(string variable) => _terms.Any(term => term.Product.Split(Times).Contains(variable));

    public LinearForm Add(LinearForm other, int sign = 1)
    {
        var sum = new LinearForm();
        foreach (var term in _terms)
            sum.Plus(term.Product, term.Count);
        foreach (var term in other._terms)
            sum.Plus(term.Product, sign * term.Count);
        return sum;
    }

    public LinearForm Multiply(LinearForm other)
    {
        var product = new LinearForm();
        foreach (var left in _terms)
            foreach (var right in other._terms)
                product.Plus(string.Join(Times.ToString(), (left.Product + Times + right.Product).Split(Times).Where(static part => part.Length > 0).OrderBy(static part => part, StringComparer.Ordinal)), unchecked(left.Count * right.Count));
        return product;
    }

    /// <summary>With another value in the place of a variable.</summary>
    public LinearForm With(string variable, LinearForm value)
    {
        var result = new LinearForm();
        foreach (var term in _terms)
        {
            var form = Of(term.Count);
            foreach (var part in term.Product.Split(Times).Where(static part => part.Length > 0))
                form = form.Multiply(part == variable ? value : Of(part));
            result = result.Add(form);
        }

        return result;
    }

    private LinearForm Plus(string term, long count)
    {
        var index = 0;
        while (index < _terms.Count && string.CompareOrdinal(_terms[index].Product, term) < 0)
            index++;
        if (index < _terms.Count && _terms[index].Product == term)
        {
            count += _terms[index].Count;
            _terms.RemoveAt(index);
        }

        if (count != 0)
            _terms.Insert(index, new(term, count));
        return this;
    }
}

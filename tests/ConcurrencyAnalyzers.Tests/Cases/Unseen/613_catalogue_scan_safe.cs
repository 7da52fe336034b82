// Two threads scan the two halves of a catalogue; their fields are read after both have been joined.
using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.U613;

public readonly record struct Product(string Sku, string Title, decimal Price);

public sealed class CatalogueScan
{
    private readonly Product[] _products;
    private readonly string _term;
    private readonly List<Product> _matches = new();
    private decimal _lowest = decimal.MaxValue;

    public CatalogueScan(Product[] products, string term)
    {
        _products = products;
        _term = term;
    }

    public IReadOnlyList<Product> Matches => _matches;

    public decimal Lowest => _lowest;

    public void Run(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            ref readonly var product = ref _products[i];
            if (!product.Title.Contains(_term, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            _matches.Add(product);
            _lowest = Math.Min(_lowest, product.Price);
        }
    }
}

public static class CatalogueSearch
{
    public static (List<Product> Matches, decimal Lowest) Find(Product[] products, string term)
    {
        var middle = products.Length / 2;
        var lower = new CatalogueScan(products, term);
        var upper = new CatalogueScan(products, term);

        var first = new Thread(() => lower.Run(0, middle));
        var second = new Thread(() => upper.Run(middle, products.Length));
        first.Start();
        second.Start();
        first.Join();
        second.Join();

        var matches = new List<Product>(lower.Matches.Count + upper.Matches.Count);
        matches.AddRange(lower.Matches);
        matches.AddRange(upper.Matches);
        return (matches, Math.Min(lower.Lowest, upper.Lowest));
    }
}

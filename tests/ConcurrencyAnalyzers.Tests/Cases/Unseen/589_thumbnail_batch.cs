// Thumbnails are written until a deadline; the cancellation callback removes what was written so far.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Cases.U589;

public interface IThumbnailer
{
    void Write(string source, string target);
}

public sealed class ThumbnailBatch
{
    private readonly IThumbnailer _thumbnailer;
    private readonly string _folder;
    private readonly List<string> _written = new();

    public ThumbnailBatch(IThumbnailer thumbnailer, string folder)
    {
        _thumbnailer = thumbnailer;
        _folder = folder;
    }

    public bool Run(IEnumerable<string> images, TimeSpan deadline)
    {
        using var timeout = new CancellationTokenSource(deadline);
        using (timeout.Token.Register(RemoveWritten))
        {
            foreach (var image in images)
            {
                if (timeout.IsCancellationRequested)
                {
                    return false;
                }

                var target = Path.Combine(_folder, Path.GetFileNameWithoutExtension(image) + ".thumb.jpg");
                _thumbnailer.Write(image, target);
                _written.Add(target); // expect: RACE#1
            }
        }

        return true;
    }

    private void RemoveWritten()
    {
        foreach (var path in _written) // expect: RACE#1
        {
            TryDelete(path);
        }

        _written.Clear(); // expect: RACE#1
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            Console.Error.WriteLine($"still open: {path}");
        }
    }
}

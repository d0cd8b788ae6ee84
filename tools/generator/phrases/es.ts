import type { Phrases } from './phrases.ts';

export const ES: Phrases = {
  locale: 'es-ES',
  first: ['Lucía', 'Íñigo', 'Carmen', 'Andrés', 'Sofía', 'Joaquín', 'María José', 'Raúl', 'Begoña', 'Martín'],
  last: ['Núñez', 'García', 'Ibáñez', 'Peña', 'Ortega', 'Quispe', 'Castaño', 'Vázquez'],
  cities: ['Sevilla', 'Bogotá', 'Valparaíso', 'Bilbao', 'Mérida'],
  hello: ['Hola:', 'Buenos días:', 'Buenas tardes:', '¡Hola!'],
  begin: [
    'Encontré tu página por una amiga de {city}.',
    'Te escribo por «{section}».',
    'Nos conocimos el año pasado en {city}, no sé si te acuerdas.',
    'Buscamos a alguien para un proyecto pequeño, unas {number} semanas.',
    'Llevo tiempo siguiendo tu trabajo.',
  ],
  detail: [
    'Somos {number} personas y ninguna lo ha hecho antes.',
    'La fecha no está cerrada, pero el final del trimestre nos vendría bien.',
    'Tenemos un presupuesto de unos {number}.000 euros.',
    'Hay un borrador en https://example.org/borrador/{number}.',
    'Prefiero hacer menos y hacerlo bien.',
    'No corre ninguna prisa.',
  ],
  question: [
    '¿Tendrías tiempo en los próximos meses?',
    '¿Te vendría bien una llamada el {weekday}?',
    '¿Cuánto costaría algo así?',
    '¿Es el tipo de cosas que haces?',
  ],
  bye: ['Gracias, {name}', 'Un saludo', 'Un abrazo, {name}', 'Muchas gracias de antemano'],
  short: [
    'Gracias, me sirve mucho.',
    'Perfecto.',
    'El {weekday} a las {number} me va genial 👍',
    'Perdona, otra cosa: ¿incluye las imágenes?',
    '¿Alguna novedad?',
    '¡Sí, por favor!',
    'Sin problema.',
  ],
  answer: [
    'Gracias por escribir. Suena interesante y tengo tiempo desde el {weekday}.',
    'Antes necesitaría ver un borrador.',
    'Suelo cobrar {number}0 euros por hora; calculo dos semanas.',
    'Perdona la tardanza, estaba de viaje.',
    'Me parece bien. Te mando un plan antes del {weekday}.',
    'Por desgracia no tengo hueco hasta la primavera.',
    'Sí, exacto.',
  ],
};
